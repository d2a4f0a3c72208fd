import { type Verb, words } from './verb.ts';

/** What a council asks of others, and whom it appoints, elects or empowers. */
export const VERBS_OF_PEOPLE: readonly Verb[] = [
  {
    outcome: 'recommended',
    finite: words('anbefalede|anbefaler|opfordrede|opfordrer|henstillede|henstiller'),
    participle: words('anbefalet|opfordret|henstillet'),
    passive: words('anbefales|anbefaledes|opfordres|opfordredes|henstilles'),
    infinitive: words('anbefale|opfordre|henstille'),
  },
  {
    outcome: 'appointed',
    finite: words('udpegede|udpeger|genudpegede|genudpeger'),
    participle: words('udpeget|genudpeget'),
    passive: words('udpeges|udpegedes|genudpeges'),
    infinitive: words('udpege|genudpege'),
  },
  {
    outcome: 'recommended',
    finite: words('indstillede|indstiller'),
    infinitive: words('indstille'),
    needs: /^\S+(?:\s+til\s+\S+(?:\s\S+){0,4}?)?,?\s+at\b/,
  },
  {
    outcome: 'nominated',
    finite: words('indstillede|indstiller'),
    participle: words('indstillet'),
    passive: words('indstilles|indstilledes'),
    infinitive: words('indstille'),
    not: /^\S+(?:\s+til\s+\S+(?:\s\S+){0,4}?)?,?\s+at\b/,
  },
  { outcome: 'nominated', finite: words('pegede|peger'), needs: /^\S+ på (?!,)/, ofCouncil: true },
  {
    outcome: 'elected',
    finite: words('valgte|vælger|genvalgte'),
    participle: words('valgt|genvalgt'),
    passive: words('vælges|valgtes'),
    infinitive: words('vælge|genvælge'),
    not: /^\S+,?\s+at\b/,
  },
  { outcome: 'elected', finite: words('konstituerede|konstituerer'), needs: /\bsig\b/ },
  {
    outcome: 'mandated',
    finite: words('gav|giver|fik|får'),
    participle: words('givet'),
    passive: words('gives'),
    infinitive: words('give'),
    needs: /\b(?:mandat|bemyndigelse)\b/,
  },
  {
    outcome: 'mandated',
    finite: words('bemyndigede|bemyndiger|mandaterede'),
    participle: words('bemyndiget|mandateret'),
    passive: words('bemyndiges|bemyndigedes'),
    infinitive: words('bemyndige'),
  },
  {
    outcome: 'mandated',
    participle: words('overladt'),
    passive: words('overlades|overlodes'),
    needs: /^\S+ til \p{L}+ at\b/u,
  },
];
