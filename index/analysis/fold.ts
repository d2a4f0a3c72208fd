/**
 * Letters as a Dane equates them: å is aa, æ is ae, ø is oe; a Swedish or
 * German ä or ö is an æ or ø, and an accent changes no word. ø is not o and å
 * is not a: "hår" and "har" are two words.
 */
const EQUAL: Readonly<Record<string, string>> = {
  ä: 'æ',
  ö: 'ø',
  ü: 'y',
  aa: 'å',
  ae: 'æ',
  oe: 'ø',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
};

/** One word in lower case with one letter for each Danish sound: "Aabenraa" and "Åbenrå" are both "åbenrå". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!/[^b-df-z]/.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/aa|ae|oe|[äöüßđł]/g, (found) => EQUAL[found] ?? found)
    .replace(/[à-ãèéêëì-ïñò-õù-ûýÿçčšžőūāēī]/g, bareAccent);
}

function bareAccent(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * A term as the engines keep it: plain a-z and 0-9, so that no engine's own
 * ideas about letters can change it. Reverses the folding to aa, ae, oe.
 */
export function toAscii(folded: string): string {
  return folded.replace(/[åæø]/g, (letter) => ASCII[letter] ?? letter).replace(/[^a-z0-9]/g, hexOf);
}

const ASCII: Readonly<Record<string, string>> = { å: 'aa', æ: 'ae', ø: 'oe' };

/** Letters of other scripts stay distinct terms. */
function hexOf(letter: string): string {
  return `u${letter.charCodeAt(0).toString(16)}`;
}

/** What is left where a keyboard has no æ, ø and å: "kobenhavn" for "københavn". */
export function bare(folded: string): string {
  return folded.replace(/[åæø]/g, (letter) => BARE[letter] ?? letter);
}

const BARE: Readonly<Record<string, string>> = { å: 'a', æ: 'a', ø: 'o' };
