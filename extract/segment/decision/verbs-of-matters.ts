import { type Verb, words } from './verb.ts';

/** What a council does with the matter before it. */
export const VERBS_OF_MATTERS: readonly Verb[] = [
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
    needs: /\btil (?:efterretning|orientering\b)|\bad notam\b/,
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
  {
    outcome: 'postponed',
    finite: words('overgår|overgik'),
    participle: words('overført'),
    passive: words('overføres|overførtes'),
    needs: /^\S+ til næste møde/,
  },
  { outcome: 'approved', finite: words('nød|nyder'), needs: /^\S+ (?:ikke )?fremme\b/, ofMatter: true },
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
