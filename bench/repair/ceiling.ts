import { wordsOf } from '../../danish/words.ts';
import { createChannels } from '../../extract/repair/channels.ts';
import type { RepairModel } from '../../extract/repair/model.ts';
import { createSpeller } from '../../extract/repair/speller.ts';
import { type DamagedPage, wordsAlone } from './measure.ts';
import { pairWords } from './pairs.ts';

/**
 * Of the words that a reader got wrong, the share whose true form is among the
 * candidates at all: no better choice between them could mend more. Torn words
 * count as out of reach, though other rules mend some of them first.
 */
export function ceilingOf(pages: readonly DamagedPage[], model: RepairModel): number {
  const speller = createSpeller(model);
  const channel = createChannels(model.confusions).find(({ name }) => name === 'ocr');
  if (!channel) throw new Error('There is no channel for misread letters');
  const damaged = pages
    .flatMap(({ truth, read }) => pairWords(wordsAlone(truth), wordsAlone(read)))
    .filter(({ word, image }) => word !== image);
  const within = damaged.filter(({ word, image }) => {
    const [whole, seen] = [wordsOf(word), wordsOf(image)];
    return (
      whole.length === seen.length &&
      whole.every((part, at) => {
        const other = seen[at];
        if (!other || other.text === part.text) return other !== undefined;
        return speller.candidates(other, channel).some((candidate) => candidate.text === part.text);
      })
    );
  });
  return damaged.length === 0 ? 1 : within.length / damaged.length;
}
