import { readdirSync, readFileSync } from 'node:fs';
import { htmlParagraphs } from '../html-paragraphs.ts';

/**
 * GIMP's manual as Debian's package gimp-help-da has it: about a tenth of it
 * is translated, so its paragraphs are Danish or English. Only counts of words
 * are kept of either.
 */
const FOLDER = '/usr/share/gimp/2.0/help/da';

const DANISH = new Set(
  'og i at det er en til af på for med der de som den et ikke kan vil skal fra om du vi har hvis eller når'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the of and to in a is that for it as with be by on not are this at from or have you can if'.split(' '),
);

export function helpTexts(): { danish: string[]; english: string[] } {
  const danish = new Set<string>();
  const english = new Set<string>();
  for (const name of readdirSync(FOLDER).sort()) {
    if (!name.endsWith('.html')) continue;
    for (const text of htmlParagraphs(readFileSync(`${FOLDER}/${name}`, 'utf8'))) {
      const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
      if (words.length < 4) continue;
      const share = (small: ReadonlySet<string>) =>
        words.filter((word) => small.has(word)).length / words.length;
      const [da, en] = [share(DANISH), share(ENGLISH)];
      if (da > 2 * en && da > 0.15) danish.add(text);
      else if (en > 2 * da && en > 0.12) english.add(text);
    }
  }
  return { danish: [...danish], english: [...english] };
}
