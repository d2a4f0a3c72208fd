/**
 * The Danish stemmer of the Snowball project (snowballstem.org, "Danish
 * stemming algorithm"), written anew from its description. It takes endings off
 * the part behind the first vowel-consonant pair and the third letter, called
 * R1, in four steps. A stem is therefore always how its word begins, but for
 * "-løst", which becomes "-løs".
 */
const VOWELS = 'aeiouyæøå';
const VALID_BEFORE_S = 'abcdfghjklmnoprtvyzå';
const UNDOUBLED = 'bdfgklmnprst';

const MAIN_ENDINGS = [
  ...['erendes', 'erende', 'hedens', 'ethed', 'erede', 'heden', 'heder', 'endes', 'ernes', 'erens', 'erets'],
  ...['ered', 'ende', 'erne', 'eren', 'erer', 'heds', 'enes', 'eres', 'eret', 'hed', 'ene', 'ere', 'ens'],
  ...['ers', 'ets', 'en', 'er', 'es', 'et', 'e'],
].sort((a, b) => b.length - a.length);
const OTHER_ENDINGS = ['elig', 'lig', 'els', 'ig'];
const CONSONANT_PAIR = /(?:gd|dt|gt|kt)$/;

/** @param word folded (see fold.ts). */
export function stem(word: string): string {
  const r1 = startOfR1(word);
  if (r1 === null) return word;
  let result = mainEnding(word, r1);
  result = consonantPair(result, r1);
  result = otherEnding(result, r1);
  return undouble(result, r1);
}

/** Null for words too short to have endings. */
function startOfR1(word: string): number | null {
  if (word.length < 3) return null;
  let at = 0;
  while (at < word.length && !isVowel(word, at)) at++;
  while (at < word.length && isVowel(word, at)) at++;
  if (at >= word.length) return word.length;
  return Math.max(at + 1, 3);
}

function isVowel(word: string, at: number): boolean {
  return VOWELS.includes(word.charAt(at));
}

/** The text's end, where it ends so and wholly within R1. */
function endsWithin(word: string, r1: number, ending: string): boolean {
  return word.length - ending.length >= r1 && word.endsWith(ending);
}

function mainEnding(word: string, r1: number): string {
  const ending = MAIN_ENDINGS.find((candidate) => endsWithin(word, r1, candidate));
  if (ending) return word.slice(0, -ending.length);
  const bareS = endsWithin(word, r1, 's') && VALID_BEFORE_S.includes(word.charAt(word.length - 2));
  return bareS ? word.slice(0, -1) : word;
}

function consonantPair(word: string, r1: number): string {
  return word.length - 2 >= r1 && CONSONANT_PAIR.test(word) ? word.slice(0, -1) : word;
}

function otherEnding(word: string, r1: number): string {
  const start = word.endsWith('igst') ? word.slice(0, -2) : word;
  if (endsWithin(start, r1, 'løst')) return start.slice(0, -1);
  const ending = OTHER_ENDINGS.find((candidate) => endsWithin(start, r1, candidate));
  return ending ? consonantPair(start.slice(0, -ending.length), r1) : start;
}

function undouble(word: string, r1: number): string {
  const last = word.length - 1;
  const doubled = last >= r1 && UNDOUBLED.includes(word.charAt(last)) && word.at(-2) === word.at(-1);
  return doubled ? word.slice(0, -1) : word;
}
