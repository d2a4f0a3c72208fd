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
  /** Said of a sag, a punkt or a forslag; of anything else it is no act: "tilskuddet bortfalder". */
  readonly ofMatter?: true;
  /** Only the council itself does so: "KKR pegede på …", but "analysen peger på …". */
  readonly ofCouncil?: true;
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
    needs: /\bindstilling(?:en|er|erne)?\b|\btilslutning\b|\bopbakning\b|\bbevilling(?:en)?\b/,
    not: /mandat|bemyndigelse|input/,
  },
  {
    outcome: 'approved',
    finite: words('var|er'),
    needs:
      /^\S+ (?:\p{L}+ )?(?:tilslutning til|(?:opbakning til|enige? i) (?:indstilling|forslag|oplæg|anbefaling|udkast))/u,
  },
  {
    outcome: 'approved',
    finite: words('støttede|støtter|bifaldt|bifalder'),
    needs: /^\S+ (?:\p{L}+ ){0,2}(?:indstilling|forslag|oplæg|anbefaling|udkast|plan|aftale|rammeaftale)/u,
  },
  {
    outcome: 'approved',
    finite: words('imødekom|imødekommer|bevilgede|bevilger'),
    participle: words('imødekommet|bevilget'),
    passive: words('imødekommes|bevilges|bevilgedes'),
    infinitive: words('imødekomme|bevilge'),
  },
  {
    outcome: 'approved',
    finite: words('opnåede|fik'),
    needs: /^\S+ (?:ikke )?(?:det |et )?(?:fornødne |nødvendige )?flertal\b/,
    ofMatter: true,
  },
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
    needs: /\btil (?:efterretning|orientering\b)/,
  },
  { outcome: 'noted', finite: words('noterede|noterer'), needs: /\bsig\b/ },
  {
    outcome: 'noted',
    finite: words('kvitterede|kvitterer'),
    needs: /^\S+ for (?:orientering|redegørelse|status|oplæg|gennemgang)/,
  },
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
    // Behind a participle stands what came before it: "Orientering givet."
    needs:
      /\b(?:en|kort|mundtlig)\b.{0,30}\b(?:orientering|status|redegørelse)\b|\borientering(?:en)?(?: blev| er)?$/,
  },
  { outcome: 'informed', finite: words('fortalte|fortæller'), needs: /^\S+ (?:\p{L}+ )?om\b/u },
  {
    outcome: 'discussed',
    finite: words('drøftede|drøfter|debatterede|debatterer'),
    participle: words('drøftet|debatteret'),
    passive: words('drøftes|drøftedes|debatteredes'),
    infinitive: words('drøfte|debattere'),
  },
  {
    outcome: 'discussed',
    finite: words('havde|var'),
    needs: /^\S+ (?:en )?(?:\p{L}+ ){0,2}(?:drøftelse|debat)\b/u,
  },
  {
    outcome: 'decided',
    finite: words('besluttede|beslutter|aftalte|enedes|fastsatte|fastlagde|pålagde|pålægger'),
    participle: words('besluttet|aftalt|fastsat|fastlagt|pålagt'),
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
    outcome: 'decided',
    finite: words('nedsatte|nedsætter'),
    participle: words('nedsat'),
    passive: words('nedsættes|nedsattes'),
    needs: /\b(?:\p{L}*udvalg|\p{L}*gruppe|\p{L}*forum)\b/u,
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
  {
    outcome: 'referred',
    finite: words(
      'oversendte|oversender|videresendte|videresender|henviste|henviser|tilbagesendte|fremsendte|fremsender',
    ),
    participle: words('oversendt|videresendt|henvist|tilbagesendt|fremsendt'),
    passive: words('oversendes|oversendtes|videresendes|henvises|henvistes|tilbagesendes|fremsendes'),
    infinitive: words('oversende|videresende|henvise|tilbagesende|fremsende'),
    not: /^henvis\S*\s+til,?\s+(?:at|referat\S*|bilag\S*|notat\S*|sagsfremstilling\S*|materiale\S*)\b/,
  },
  {
    outcome: 'referred',
    finite: words('sendte|sender'),
    participle: words('sendt'),
    passive: words('sendes|sendtes'),
    infinitive: words('sende'),
    needs: /\b(?:videre til|tilbage til|i høring|til (?:fornyet |videre |politisk |endelig )*behandling)\b/,
  },
  {
    outcome: 'postponed',
    finite: words('udsatte|udsætter|udskød|udskyder'),
    participle: words('udsat|udskudt'),
    passive: words('udsættes|udsattes|udskydes|genoptages'),
    infinitive: words('udsætte|udskyde'),
  },
  { outcome: 'postponed', finite: words('overgår|overgik'), needs: /^\S+ til næste møde/ },
  { outcome: 'postponed', passive: words('tages'), needs: /^\S+ op (?:igen|på)\b/, ofMatter: true },
  {
    outcome: 'withdrawn',
    finite: words('udgår|udgik'),
    participle: words('udgået'),
    infinitive: words('udgå'),
  },
  {
    outcome: 'withdrawn',
    finite: words('bortfaldt|bortfalder'),
    participle: words('bortfaldet'),
    ofMatter: true,
  },
  { outcome: 'withdrawn', participle: words('slettet'), needs: /\bdagsorden/ },
  {
    outcome: 'withdrawn',
    finite: words('trak|trækker|tog'),
    participle: words('trukket|taget'),
    passive: words('trækkes|tages'),
    infinitive: words('trække|tage'),
    needs:
      /\b(?:tilbage|af dagsorden(?:en)?)\b|^trukket(?:\W|$)|^(?:trak|trækker) (?:forslag|indstilling|sagen|punktet)/,
    not: /\btilbage til\b/,
  },
  {
    outcome: 'rejected',
    finite: words('afviste|afviser|forkastede|forkaster|afslog|nedstemte'),
    participle: words('afvist|forkastet|afslået|nedstemt'),
    passive: words('afvises|afvistes|forkastes'),
    infinitive: words('afvise|forkaste|afslå'),
  },
  { outcome: 'rejected', finite: words('faldt|falder'), needs: /^\S+?(?:\W*$|\.| med \d)/, ofMatter: true },
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
  /^(?:region(?:en|erne|srådet|sråd)?|regeringen|folketinget|danske|kl|k\d{1,2}|kommune(?:rne|n|direktør\S*)|sekretariatet|bestyrelsen|styregruppen|arbejdsgruppen|udvalget|ministeren|ministeriet|styrelsen|byrådet|byrådene|kommunalbestyrelse\S*|administrationen|embedsmandsudvalget|embedsmænd\S*|formanden|næstformanden|borgmester\S*|direktør\S*|kontorchef\S*|medlem|de|mindretal(?:let)?|socialdemokrat\S*|venstre|enhedslisten|sf|radikale|konservative|alternativet)$/;

/** What a decision is about when it speaks of itself. */
export const MATTER =
  /^(?:sag(?:en|erne)?|punkt(?:et|erne)?|pkt|indstilling(?:en|er|erne)?|indstillede|orientering(?:en|er|erne)?|forslag(?:et|ene)?|oplæg(?:get|gene)?|dagsorden(?:en)?|referat(?:et|er|erne)?|udkast(?:et)?|rammeaftale(?:n)?|anbefaling(?:en|er|erne)?|beslutning(?:en)?|budget(?:tet)?|regnskab(?:et)?|resultatkontrakt(?:en)?|plan(?:en|er|erne)?|aftale(?:n|r|rne)?|notat(?:et)?|mødeplan(?:en)?|tidsplan(?:en)?|strategi(?:en)?|status(?:sen)?|redegørelse(?:n)?|rapport(?:en)?|meddelelse(?:n|r|rne)?|kommissori(?:um|et)|model(?:len)?|princip(?:pet|per|perne)|det|dette|der|dagsordenspunkt(?:et)?|drøftelse(?:n)?|behandling(?:en)?|valg(?:et)?|udpegning(?:en|er|erne)?|praksisplan(?:en)?|sundhedsaftale(?:n)?|beretning(?:en)?|protokol(?:len)?|henvendelse(?:n)?)$/;
