import { meantCaseNumbers } from '../../core/case-number.ts';
import { caseTerm } from '../analysis/analyser.ts';
import { tokens } from '../analysis/tokens.ts';
import type { Vocabulary } from '../engine.ts';
import type { QueryWord } from './parse.ts';

/** What a query asks for once the archive has told which figures are case numbers of its own. */
export type SettledWord =
  | Exclude<QueryWord, { kind: 'case' | 'case-or-words' }>
  /** In the forms in which the archive has it; as typed where it has none of them. */
  | { readonly kind: 'case'; readonly values: readonly string[]; readonly written: string };

/**
 * People write a case number as they remember it: "08-1871" is case 08/1871 where
 * there is one, else two figures.
 */
export async function settle(
  words: readonly QueryWord[],
  vocabulary: Pick<Vocabulary, 'counts'>,
): Promise<SettledWord[]> {
  const settled = await Promise.all(
    words.map(async (word): Promise<SettledWord[]> => {
      if (word.kind === 'case') {
        const kept = await keptAmong(likeliest(word.written), vocabulary);
        return [{ ...word, values: kept.length > 0 ? kept : [word.value] }];
      }
      if (word.kind !== 'case-or-words') return [word];
      const kept = await keptAmong(likeliest(word.written), vocabulary);
      return kept.length > 0 ? [{ ...word, kind: 'case', values: kept }] : wordsOf(word.written);
    }),
  );
  return settled.flat();
}

/** The forms in which the archive has the likeliest case that is meant; empty where it has none. */
export async function keptCaseNumbers(
  written: string,
  vocabulary: Pick<Vocabulary, 'counts'>,
): Promise<readonly string[]> {
  return keptAmong(meantCaseNumbers(written), vocabulary);
}

/**
 * Among words, figures that are not called a case mean the likeliest one or none: a great
 * archive has a case of its own system for nearly every pair of figures.
 */
function likeliest(written: string): ReturnType<typeof meantCaseNumbers> {
  const meant = meantCaseNumbers(written);
  return /\p{L}/u.test(written) ? meant : meant.slice(0, 1);
}

async function keptAmong(
  meant: readonly (readonly string[])[],
  vocabulary: Pick<Vocabulary, 'counts'>,
): Promise<readonly string[]> {
  const known = await vocabulary.counts([...new Set(meant.flat().map(caseTerm))]);
  const kept = meant.map((forms) => forms.filter((form) => (known.get(caseTerm(form)) ?? 0) > 0));
  return kept.find((forms) => forms.length > 0) ?? [];
}

function wordsOf(written: string): SettledWord[] {
  return tokens(written).map(({ value }) => ({ kind: 'word', written: value, prefix: false }));
}
