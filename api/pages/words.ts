import type { DocumentKind, Language, Outcome, TextOrigin } from '../../core/vocabulary.ts';

/** What the pages call things, in Danish. */

export const OUTCOME_WORD: Record<Outcome, string> = {
  approved: 'Tiltrådt',
  'approved-with-remark': 'Tiltrådt med bemærkning',
  noted: 'Taget til efterretning',
  informed: 'Orienteret',
  discussed: 'Drøftet',
  decided: 'Besluttet',
  recommended: 'Anbefalet',
  appointed: 'Udpeget',
  nominated: 'Indstillet',
  elected: 'Valgt',
  mandated: 'Mandat givet',
  referred: 'Oversendt',
  postponed: 'Udsat',
  withdrawn: 'Udgået',
  rejected: 'Afvist',
  reserved: 'Forbehold',
};

/** How a decision weighs on what was proposed; the words say it too, colour is never alone. */
export const OUTCOME_TONE: Record<Outcome, 'yes' | 'partly' | 'open' | 'no'> = {
  approved: 'yes',
  'approved-with-remark': 'partly',
  noted: 'open',
  informed: 'open',
  discussed: 'open',
  decided: 'yes',
  recommended: 'yes',
  appointed: 'yes',
  nominated: 'yes',
  elected: 'yes',
  mandated: 'yes',
  referred: 'open',
  postponed: 'partly',
  withdrawn: 'no',
  rejected: 'no',
  reserved: 'partly',
};

export const KIND_WORD: Record<DocumentKind, string> = {
  dagsorden: 'Dagsorden',
  referat: 'Referat',
  bilag: 'Bilag',
  andet: 'Andet',
};

/** How one of a kind is called in a sentence: "et referat, der er erstattet af et nyere". */
export const ONE_OF_KIND: Record<DocumentKind, { readonly article: 'en' | 'et'; readonly noun: string }> = {
  dagsorden: { article: 'en', noun: 'dagsorden' },
  referat: { article: 'et', noun: 'referat' },
  bilag: { article: 'et', noun: 'bilag' },
  andet: { article: 'et', noun: 'dokument' },
};

export const ORIGIN_WORD: Record<TextOrigin, string> = {
  'text-layer': 'Tekstlag',
  ocr: 'Tekstgenkendelse (OCR)',
  none: 'Ingen tekst',
};

/** BCP 47 tags for the `lang` attribute. */
export const LANGUAGE_TAG: Record<Language, string> = {
  dan: 'da',
  swe: 'sv',
  nob: 'nb',
  eng: 'en',
  deu: 'de',
};

export const LANGUAGE_WORD: Record<Language, string> = {
  dan: 'dansk',
  swe: 'svensk',
  nob: 'norsk',
  eng: 'engelsk',
  deu: 'tysk',
};
