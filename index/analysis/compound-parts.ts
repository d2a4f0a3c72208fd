import type { Lexicon } from '../../danish/lexicon.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** What this needs of danish/lexicon.ts. */
export type CompoundSplitter = Pick<Lexicon, 'has' | 'splitCompound'>;

/**
 * Prefixes that the lexicon takes for first parts: "undervisning" is no kind of
 * "visning" that anyone would look for.
 */
const PREFIXES = new Set(
  (
    'af an be bi bort efter eft er for fore foran forbi fra frem fri ge gen gennem hen henimod her hjem i igen imod ind inde indefra ' +
    'kontra med mellem mis mod ned nær om omkring op oven over på sam sammen selv til tilbage u ud ude uden und under undtagen ved vel vice'
  ).split(' '),
);

/** Endings that the lexicon also has as words: "virksom|heder" is no kind of "heder". As stems. */
const ENDINGS = new Set(
  'hed lig ring ling red end rend ell ion skab ren ess ism ist ager ment tern ligt'.split(' '),
);

/** Words of the dictionary are cut only into real words; chance finds those of three letters ("form|and"). */
const SHORTEST_IN_KNOWN = 4;
const SHORTEST = 3;
const DEPTH = 3;

/**
 * The words within a compound, outer ones first, as they stand in it:
 * "sundhedssamarbejdsudvalg" gives sundhed, samarbejdsudvalg, samarbejd, udvalg.
 * Empty for words that are none, or whose cut would be doubtful.
 * @param word in lower case.
 */
export function compoundParts(splitter: CompoundSplitter, word: string, depth = DEPTH): string[] {
  const outer = outerParts(splitter, word);
  if (depth === 1) return outer;
  const inner = outer.flatMap((part) => compoundParts(splitter, part, depth - 1));
  return [...new Set([...outer, ...tails(word, outer), ...inner])];
}

/** "Danmark" and "Guldborgsund" are names, known in title case only, and no kinds of "mark" and "sund". */
export function isName(splitter: CompoundSplitter, written: string): boolean {
  const lower = written.toLowerCase();
  const titled = lower.charAt(0).toUpperCase() + lower.slice(1);
  return splitter.has(titled) && !splitter.has(lower);
}

/** The two or more words that a compound is directly made of. */
export function outerParts(splitter: CompoundSplitter, word: string): string[] {
  const parts = splitter.splitCompound(word, { even: true });
  if (!parts || parts.length < 2) return [];
  const shortest = splitter.has(word) ? SHORTEST_IN_KNOWN : SHORTEST;
  const stems = parts.map((part) => stem(fold(part)));
  const doubtful =
    stems.some((part) => part.length < shortest) ||
    PREFIXES.has(parts[0] ?? '') ||
    ENDINGS.has(stems.at(-1) ?? '');
  return doubtful ? [] : parts;
}

/** Of three parts or more also the compounds at the end: "kontaktråd" in "kommune|kontakt|råd". */
function tails(word: string, parts: readonly string[]): string[] {
  const found: string[] = [];
  let from = 0;
  for (const [place, part] of parts.entries()) {
    const start = word.indexOf(part, from);
    if (start < 0) return found;
    if (place > 0 && place < parts.length - 1) found.push(word.slice(start));
    from = start + part.length;
  }
  return found;
}
