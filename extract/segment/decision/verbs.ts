import type { Outcome } from '../../../core/vocabulary.ts';

/**
 * The verbs of minutes, by what they mean, in the forms that a decision uses:
 * `finite` with the council as subject ("KKR tiltrådte …"), `participle` with or
 * without "blev" ("Tiltrådt."), `passive` in -s ("Sagen udsættes"), and the
 * `infinitive` that follows "besluttede at". Where a verb means an act only
 * together with other words, `needs` names them.
 */
export interface Verb {
  readonly outcome: Outcome;
  readonly finite?: RegExp;
  readonly participle?: RegExp;
  readonly passive?: RegExp;
  readonly infinitive?: RegExp;
  readonly needs?: RegExp;
  /** The verb means something else before these words. */
  readonly not?: RegExp;
}

const word = (forms: string): RegExp => new RegExp(`^(?:${forms})$`);

export const VERBS: readonly Verb[] = [
  {
    outcome: 'approved',
    finite: word('godkendte|godkender|tiltrådte|tiltræder'),
    participle: word('godkendt|tiltrådt'),
    passive: word('godkendes|godkendtes|tiltrædes|tiltrådtes'),
    infinitive: word('godkende|tiltræde'),
  },
  {
    outcome: 'approved',
    finite: word('tilsluttede|tilslutter'),
    infinitive: word('tilslutte'),
    needs: /\bsig\b/,
  },
  {
    outcome: 'approved',
    finite: word('vedtog|vedtager'),
    participle: word('vedtaget'),
    passive: word('vedtages|vedtoges'),
    not: /^\S+,?\s+at\b/,
  },
  {
    outcome: 'approved',
    finite: word('fulgte|følger|gav|giver'),
    participle: word('fulgt|givet'),
    passive: word('følges|fulgtes'),
    infinitive: word('følge'),
    needs: /\bindstilling(?:en|erne)\b|\btilslutning\b/,
    not: /mandat|bemyndigelse|input/,
  },
  { outcome: 'approved', finite: word('var|er'), needs: /^\S+ (?:\p{L}+ )?tilslutning til\b/u },
  {
    outcome: 'approved',
    finite: word('var|er'),
    needs:
      /^\S+ (?:(?:bred|fuld|generel|almindelig) )?enighed om (?:indstilling|forslag|oplæg|anbefaling|udkast)\S*/,
  },
  { outcome: 'approved', finite: word('bakkede|bakker'), participle: word('bakket'), needs: /\bop om\b/ },
  {
    outcome: 'noted',
    finite: word('tog|tager'),
    participle: word('taget'),
    passive: word('tages|toges'),
    infinitive: word('tage'),
    needs: /\btil efterretning/,
  },
  { outcome: 'noted', finite: word('noterede|noterer'), needs: /\bsig\b/ },
  {
    outcome: 'informed',
    finite: word('orienterede|orienterer|redegjorde|redegør'),
    participle: word('orienteret|redegjort'),
    passive: word('orienteres|orienteredes'),
  },
  {
    outcome: 'informed',
    finite: word('gav|giver|fik'),
    participle: word('givet'),
    needs: /\b(?:en|kort|mundtlig)\b.{0,30}\b(?:orientering|status|redegørelse)\b/,
  },
  {
    outcome: 'discussed',
    finite: word('drøftede|drøfter'),
    participle: word('drøftet'),
    passive: word('drøftes|drøftedes'),
    infinitive: word('drøfte'),
  },
  {
    outcome: 'decided',
    finite: word('besluttede|beslutter|aftalte|enedes'),
    participle: word('besluttet|aftalt'),
    passive: word('besluttes|besluttedes|aftaltes'),
  },
  {
    outcome: 'decided',
    finite: word('var|er|blev'),
    // Agreed to do something; "enighed om, at tallene er høje" is an opinion that all share.
    needs:
      /^\S+ (?:der )?(?:(?:bred|fuld|generel) )?(?:enighed|enige) om at (?!\p{L}*(?:rne|ene|ede)\b)\p{Ll}+[eåoø]\b/u,
  },
  {
    outcome: 'decided',
    finite: word('vedtog|vedtager'),
    participle: word('vedtaget'),
    needs: /^\S+,?\s+at\b/,
  },
  {
    outcome: 'recommended',
    finite: word('anbefalede|anbefaler|opfordrede|opfordrer|henstillede|henstiller'),
    participle: word('anbefalet|opfordret|henstillet'),
    passive: word('anbefales|anbefaledes|opfordres|opfordredes|henstilles'),
    infinitive: word('anbefale|opfordre|henstille'),
  },
  {
    outcome: 'appointed',
    finite: word('udpegede|udpeger|genudpegede|genudpeger'),
    participle: word('udpeget|genudpeget'),
    passive: word('udpeges|udpegedes|genudpeges'),
    infinitive: word('udpege|genudpege'),
  },
  {
    outcome: 'recommended',
    finite: word('indstillede|indstiller'),
    infinitive: word('indstille'),
    needs: /^\S+(?:\s+til\s+\S+(?:\s\S+){0,4}?)?,?\s+at\b/,
  },
  {
    outcome: 'nominated',
    finite: word('indstillede|indstiller'),
    participle: word('indstillet'),
    passive: word('indstilles|indstilledes'),
    infinitive: word('indstille'),
    not: /^\S+(?:\s+til\s+\S+(?:\s\S+){0,4}?)?,?\s+at\b/,
  },
  {
    outcome: 'elected',
    finite: word('valgte|vælger|genvalgte'),
    participle: word('valgt|genvalgt'),
    passive: word('vælges|valgtes'),
    infinitive: word('vælge|genvælge'),
    not: /^\S+,?\s+at\b/,
  },
  { outcome: 'elected', finite: word('konstituerede|konstituerer'), needs: /\bsig\b/ },
  {
    outcome: 'mandated',
    finite: word('gav|giver|fik|får'),
    participle: word('givet'),
    passive: word('gives'),
    infinitive: word('give'),
    needs: /\b(?:mandat|bemyndigelse)\b/,
  },
  {
    outcome: 'mandated',
    finite: word('bemyndigede|bemyndiger|mandaterede'),
    participle: word('bemyndiget|mandateret'),
    passive: word('bemyndiges|bemyndigedes'),
    infinitive: word('bemyndige'),
  },
  {
    outcome: 'referred',
    finite: word('oversendte|oversender|videresendte|videresender|henviste|henviser|tilbagesendte'),
    participle: word('oversendt|videresendt|henvist|tilbagesendt'),
    passive: word('oversendes|oversendtes|videresendes|henvises|henvistes|tilbagesendes'),
    infinitive: word('oversende|videresende|henvise|tilbagesende'),
    not: /^henvis\S*\s+til,?\s+at\b/,
  },
  {
    outcome: 'referred',
    finite: word('sendte|sender'),
    participle: word('sendt'),
    passive: word('sendes|sendtes'),
    infinitive: word('sende'),
    needs: /\b(?:videre til|til (?:fornyet |videre |politisk |endelig )*behandling)\b/,
  },
  {
    outcome: 'postponed',
    finite: word('udsatte|udsætter|udskød|udskyder'),
    participle: word('udsat|udskudt'),
    passive: word('udsættes|udsattes|udskydes|genoptages'),
    infinitive: word('udsætte|udskyde'),
  },
  {
    outcome: 'withdrawn',
    finite: word('udgår|udgik'),
    participle: word('udgået'),
    infinitive: word('udgå'),
  },
  {
    outcome: 'withdrawn',
    finite: word('trak|trækker|tog'),
    participle: word('trukket|taget'),
    passive: word('trækkes|tages'),
    infinitive: word('trække|tage'),
    needs: /\b(?:tilbage|af dagsorden(?:en)?)\b/,
  },
  {
    outcome: 'rejected',
    finite: word('afviste|afviser|forkastede|forkaster|afslog'),
    participle: word('afvist|forkastet|afslået'),
    passive: word('afvises|afvistes|forkastes'),
    infinitive: word('afvise|forkaste|afslå'),
  },
  {
    outcome: 'reserved',
    finite: word('tog|tager'),
    participle: word('taget'),
    passive: word('tages'),
    needs: /\bforbehold\b/,
  },
];

/** Who acts besides the council: what they did is told, not decided. */
export const STRANGERS =
  /^(?:region(?:en|erne|srådet|sråd)?|regeringen|folketinget|danske|kl|k\d{1,2}|kommune(?:rne|n|direktør\S*)|sekretariatet|bestyrelsen|styregruppen|arbejdsgruppen|udvalget|ministeren|ministeriet|styrelsen|byrådet|byrådene|kommunalbestyrelse\S*|administrationen|embedsmandsudvalget|embedsmænd\S*|formanden|næstformanden|borgmester\S*|direktør\S*|kontorchef\S*|medlem|de)$/;

/** What a decision is about when it speaks of itself. */
export const MATTER =
  /^(?:sag(?:en|erne)?|punkt(?:et|erne)?|pkt|indstilling(?:en|er|erne)?|indstillede|orientering(?:en|er|erne)?|forslag(?:et|ene)?|oplæg(?:get|gene)?|dagsorden(?:en)?|referat(?:et|er|erne)?|udkast(?:et)?|rammeaftale(?:n)?|anbefaling(?:en|er|erne)?|beslutning(?:en)?|budget(?:tet)?|regnskab(?:et)?|resultatkontrakt(?:en)?|plan(?:en|er|erne)?|aftale(?:n|r|rne)?|notat(?:et)?|mødeplan(?:en)?|tidsplan(?:en)?|strategi(?:en)?|status(?:sen)?|redegørelse(?:n)?|rapport(?:en)?|meddelelse(?:n|r|rne)?|kommissori(?:um|et)|model(?:len)?|princip(?:pet|per|perne)|det|dette|der|dagsordenspunkt(?:et)?|drøftelse(?:n)?|behandling(?:en)?|valg(?:et)?|udpegning(?:en|er|erne)?|praksisplan(?:en)?|sundhedsaftale(?:n)?|beretning(?:en)?|protokol(?:len)?|henvendelse(?:n)?)$/;
