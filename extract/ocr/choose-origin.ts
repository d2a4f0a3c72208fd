/**
 * What is known of a page when it is decided where its text is taken from. The
 * text's own signs are cheap; what the page is painted with is asked for only
 * where those make it suspect (`isSuspect`).
 */
export interface TextEvidence {
  /** Letters and digits in the text layer. */
  readonly letters: number;
  /** Of them, those without a usable Unicode value: private use, U+FFFD, control signs, ? inside words. */
  readonly unusable: number;
  /** Letters come as signs, since the font numbers them and does not name them. */
  readonly scrambled: boolean;
  /** Words of four letters or more, and those of them that are Danish. */
  readonly words: number;
  readonly known: number;
  /** The letters æ, ø and å, which an English reader cannot give. */
  readonly danishLetters: number;
  /** Language of the text where it is certain that it is not Danish; the Danish lexicon judges only Danish. */
  readonly foreign: boolean;
  /** Height of the greatest blank strip within the page, as a part of the page's height. */
  readonly blank: number;
}

export interface PaintEvidence {
  /** Part of the page that its images cover together. */
  readonly cover: number;
  /** Part of the page's text that is laid invisibly over a picture. */
  readonly hidden: number;
  readonly shapes: number;
}

export type Origin = 'layer' | 'ocr' | 'both' | 'none';

export interface OriginChoice {
  readonly take: Origin;
  /** Stored with the page and shown to staff, in Danish. */
  readonly reason: string;
}

/** A page with fewer letters than this may be a picture with a stamp or a page number on it. */
const FEW_LETTERS = 120;
const FULL_PAGE = 0.55;
const FIGURE = 0.12;

/** Whether the text layer alone may mislead, so that the page's painting must be looked at. */
export function isSuspect(text: TextEvidence, mayHaveImages: boolean): boolean {
  if (text.letters < FEW_LETTERS || isUnusable(text) || isGarbled(text)) return true;
  if (!mayHaveImages) return false;
  return isBadlyRead(text) || text.blank > 0.2;
}

/** Decides where a page's text is taken from. `paint` is null for pages that were not suspect. */
export function chooseOrigin(text: TextEvidence, paint: PaintEvidence | null): OriginChoice {
  if (paint === null) return { take: 'layer', reason: 'Siden har et tekstlag.' };
  if (text.letters === 0) {
    return paint.cover > 0 || paint.shapes > 40
      ? { take: 'ocr', reason: 'Siden har intet tekstlag, men er et billede.' }
      : { take: 'none', reason: 'Siden er tom.' };
  }
  if (isUnusable(text)) {
    return { take: 'ocr', reason: 'Tekstlaget har tegn uden brugbar Unicode-værdi.' };
  }
  if (isGarbled(text)) {
    return { take: 'ocr', reason: 'Tekstlagets bogstaver danner ikke ord.' };
  }
  if (paint.cover > FULL_PAGE && paint.hidden > 0.5 && isBadlyRead(text)) {
    return {
      take: 'ocr',
      reason: 'Siden er et billede med et skjult tekstlag, der er læst på et forkert sprog.',
    };
  }
  if (paint.cover > FULL_PAGE && paint.hidden <= 0.5 && isRedrawn(text)) {
    return {
      take: 'ocr',
      reason: 'Siden er et billede, hvis bogstaver er tegnet på ny og læst på et forkert sprog.',
    };
  }
  if (paint.cover > FULL_PAGE && paint.hidden <= 0.5 && text.letters < FEW_LETTERS) {
    return { take: 'both', reason: 'Siden er et billede med næsten ingen tekst over.' };
  }
  if (paint.cover > FIGURE && paint.hidden <= 0.5) {
    return { take: 'both', reason: 'Siden har et tekstlag og et billede, der også er læst.' };
  }
  return { take: 'layer', reason: 'Siden har et tekstlag.' };
}

/** One sign in a hundred that nobody can read makes a text that nobody can search; æ, ø and å are three. */
function isUnusable(text: TextEvidence): boolean {
  return text.unusable > 3 && text.unusable > 0.01 * text.letters;
}

/** A font's map that is off by one gives letters, but hardly a word in any language. */
function isGarbled(text: TextEvidence): boolean {
  return text.scrambled || (text.words >= 15 && text.known < 0.2 * text.words && !text.foreign);
}

/** Born-digital Danish has nine known words in ten; an English reading of it some seven. */
function isBadlyRead(text: TextEvidence): boolean {
  if (text.foreign || text.words < 8) return false;
  return text.known < 0.85 * text.words || lacksDanishLetters(text);
}

/**
 * Scanning programs may turn what they read into fonts of the letters' own shapes
 * ("ClearScan") and show those over the paper: the page is right, its text is the
 * program's reading.
 */
function isRedrawn(text: TextEvidence): boolean {
  return !text.foreign && text.words >= 15 && text.known < 0.85 * text.words && lacksDanishLetters(text);
}

/**
 * Of a hundred letters of Danish three are æ, ø or å. A simple text may have
 * enough words without them to pass for well read, but no page is without them.
 */
function lacksDanishLetters(text: TextEvidence): boolean {
  return text.letters >= 200 && text.danishLetters < 0.005 * text.letters;
}
