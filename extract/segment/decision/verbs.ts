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
  readonly finite?: ReadonlySet<string>;
  readonly participle?: ReadonlySet<string>;
  readonly passive?: ReadonlySet<string>;
  readonly infinitive?: ReadonlySet<string>;
  readonly needs?: RegExp;
  /** The verb means something else before these words. */
  readonly not?: RegExp;
}

const words = (forms: string): ReadonlySet<string> => new Set(forms.split('|'));

export const VERBS: readonly Verb[] = [
  {
    outcome: 'approved',
    finite: words('godkendte|godkender|tiltrådte|tiltræder'),
    participle: words('godkendt|tiltrådt'),
    passive: words('godkendes|godkendtes|tiltrædes|tiltrådtes'),
    infinitive: words('godkende|tiltræde'),
  },
  {
    outcome: 'approved',
    finite: words('tilsluttede|tilslutter'),
    infinitive: words('tilslutte'),
    needs: /\bsig\b/,
  },
  {
    outcome: 'approved',
    finite: words('vedtog|vedtager'),
    participle: words('vedtaget'),
    passive: words('vedtages|vedtoges'),
    not: /^\S+,?\s+at\b/,
  },
  {
    outcome: 'approved',
    finite: words('fulgte|følger|gav|giver'),
    participle: words('fulgt|givet'),
    passive: words('følges|fulgtes'),
    infinitive: words('følge'),
    needs: /\bindstilling(?:en|erne)\b|\btilslutning\b/,
    not: /mandat|bemyndigelse|input/,
  },
  { outcome: 'approved', finite: words('var|er'), needs: /^\S+ (?:\p{L}+ )?tilslutning til\b/u },
  {
    outcome: 'approved',
    finite: words('var|er'),
    needs:
      /^\S+ (?:(?:bred|fuld|generel|almindelig) )?enighed om (?:indstilling|forslag|oplæg|anbefaling|udkast)\S*/,
  },
  { outcome: 'approved', finite: words('bakkede|bakker'), participle: words('bakket'), needs: /\bop om\b/ },
  {
    outcome: 'noted',
    finite: words('tog|tager'),
    participle: words('taget'),
    passive: words('tages|toges'),
    infinitive: words('tage'),
    needs: /\btil efterretning/,
  },
  { outcome: 'noted', finite: words('noterede|noterer'), needs: /\bsig\b/ },
  {
    outcome: 'informed',
    finite: words('orienterede|orienterer|redegjorde|redegør'),
    participle: words('orienteret|redegjort'),
    passive: words('orienteres|orienteredes'),
  },
  {
    outcome: 'informed',
    finite: words('gav|giver|fik'),
    participle: words('givet'),
    needs: /\b(?:en|kort|mundtlig)\b.{0,30}\b(?:orientering|status|redegørelse)\b/,
  },
  {
    outcome: 'discussed',
    finite: words('drøftede|drøfter'),
    participle: words('drøftet'),
    passive: words('drøftes|drøftedes'),
    infinitive: words('drøfte'),
  },
  {
    outcome: 'decided',
    finite: words('besluttede|beslutter|aftalte|enedes'),
    participle: words('besluttet|aftalt'),
    passive: words('besluttes|besluttedes|aftaltes'),
  },
  {
    outcome: 'decided',
    finite: words('var|er|blev'),
    // Agreed to do something; "enighed om, at tallene er høje" is an opinion that all share.
    needs:
      /^\S+ (?:der )?(?:(?:bred|fuld|generel) )?(?:enighed|enige) om at (?!\p{L}*(?:rne|ene|ede)\b)\p{Ll}+[eåoø]\b/u,
  },
  {
    outcome: 'decided',
    finite: words('vedtog|vedtager'),
    participle: words('vedtaget'),
    needs: /^\S+,?\s+at\b/,
  },
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
    outcome: 'referred',
    finite: words('oversendte|oversender|videresendte|videresender|henviste|henviser|tilbagesendte'),
    participle: words('oversendt|videresendt|henvist|tilbagesendt'),
    passive: words('oversendes|oversendtes|videresendes|henvises|henvistes|tilbagesendes'),
    infinitive: words('oversende|videresende|henvise|tilbagesende'),
    not: /^henvis\S*\s+til,?\s+at\b/,
  },
  {
    outcome: 'referred',
    finite: words('sendte|sender'),
    participle: words('sendt'),
    passive: words('sendes|sendtes'),
    infinitive: words('sende'),
    needs: /\b(?:videre til|til (?:fornyet |videre |politisk |endelig )*behandling)\b/,
  },
  {
    outcome: 'postponed',
    finite: words('udsatte|udsætter|udskød|udskyder'),
    participle: words('udsat|udskudt'),
    passive: words('udsættes|udsattes|udskydes|genoptages'),
    infinitive: words('udsætte|udskyde'),
  },
  {
    outcome: 'withdrawn',
    finite: words('udgår|udgik'),
    participle: words('udgået'),
    infinitive: words('udgå'),
  },
  {
    outcome: 'withdrawn',
    finite: words('trak|trækker|tog'),
    participle: words('trukket|taget'),
    passive: words('trækkes|tages'),
    infinitive: words('trække|tage'),
    needs: /\b(?:tilbage|af dagsorden(?:en)?)\b/,
  },
  {
    outcome: 'rejected',
    finite: words('afviste|afviser|forkastede|forkaster|afslog'),
    participle: words('afvist|forkastet|afslået'),
    passive: words('afvises|afvistes|forkastes'),
    infinitive: words('afvise|forkaste|afslå'),
  },
  {
    outcome: 'reserved',
    finite: words('tog|tager'),
    participle: words('taget'),
    passive: words('tages'),
    needs: /\bforbehold\b/,
  },
];

/** Who acts besides the council: what they did is told, not decided. */
export const STRANGERS =
  /^(?:region(?:en|erne|srådet|sråd)?|regeringen|folketinget|danske|kl|k\d{1,2}|kommune(?:rne|n|direktør\S*)|sekretariatet|bestyrelsen|styregruppen|arbejdsgruppen|udvalget|ministeren|ministeriet|styrelsen|byrådet|byrådene|kommunalbestyrelse\S*|administrationen|embedsmandsudvalget|embedsmænd\S*|formanden|næstformanden|borgmester\S*|direktør\S*|kontorchef\S*|medlem|de)$/;

/** What a decision is about when it speaks of itself. */
export const MATTER =
  /^(?:sag(?:en|erne)?|punkt(?:et|erne)?|pkt|indstilling(?:en|er|erne)?|indstillede|orientering(?:en|er|erne)?|forslag(?:et|ene)?|oplæg(?:get|gene)?|dagsorden(?:en)?|referat(?:et|er|erne)?|udkast(?:et)?|rammeaftale(?:n)?|anbefaling(?:en|er|erne)?|beslutning(?:en)?|budget(?:tet)?|regnskab(?:et)?|resultatkontrakt(?:en)?|plan(?:en|er|erne)?|aftale(?:n|r|rne)?|notat(?:et)?|mødeplan(?:en)?|tidsplan(?:en)?|strategi(?:en)?|status(?:sen)?|redegørelse(?:n)?|rapport(?:en)?|meddelelse(?:n|r|rne)?|kommissori(?:um|et)|model(?:len)?|princip(?:pet|per|perne)|det|dette|der|dagsordenspunkt(?:et)?|drøftelse(?:n)?|behandling(?:en)?|valg(?:et)?|udpegning(?:en|er|erne)?|praksisplan(?:en)?|sundhedsaftale(?:n)?|beretning(?:en)?|protokol(?:len)?|henvendelse(?:n)?)$/;
