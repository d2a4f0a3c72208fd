import { Outcome } from '../../../core/vocabulary.ts';
import { splitSentences, withoutQuotations } from './sentences.ts';
import { MATTER, STRANGERS, VERBS, type Verb } from './verbs.ts';

/** One act that a decision states. */
export interface StatedAct {
  readonly outcome: Outcome;
  readonly clause: string;
  readonly recommendation: number | null;
  /** The number of another item, where the act is about that one: "Sag 3 udgår". */
  readonly about: string | null;
}

export interface DecisionContext {
  /** The item's own number. */
  readonly number: string | null;
  /** The meeting's date: what was decided on other days is told, not done. */
  readonly date: string | null;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SUBORDINATE =
  /^(?:at|som|hvis|såfremt|idet|da|fordi|når|hvor|hvilket|hvilke|hvorefter|hvorved|hvorfor|mens|selvom|selv|inden|før|efter|siden|eftersom|hvordan|hvorvidt|om)$/;
const REMARK =
  /,\s*(?:idet|dog\b|men\b)|\bmed\s+(?:den|de|disse|følgende|enkelte|få|mindre)?\s*(?:\p{L}+\s+){0,2}(?:bemærkning|tilføjelse|ændring|præcisering|rettelse|tilretning|justering|supplering|kommentar|forbehold)|\bmed forbehold\b|\bunder forudsætning af\b|\bforudsat\b|\bpå betingelse af\b|\bsamt med bemærkning/iu;
const PREPARES: ReadonlySet<Outcome> = new Set(['discussed']);
const OUTRANKS: ReadonlySet<Outcome> = new Set([
  'approved',
  'approved-with-remark',
  'decided',
  'recommended',
  'appointed',
  'nominated',
  'elected',
  'mandated',
  'referred',
  'rejected',
]); // prettier-ignore

/** Reads every act that a decision states, sentence by sentence. */
export function readActs(decision: string, context: DecisionContext): StatedAct[] {
  return splitSentences(decision).flatMap(({ text, recommendation }) => {
    const plain = withoutQuotations(text);
    if (isOfAnotherDay(plain, context.date)) return [];
    const acts = sentenceActs(plain);
    const about = otherItem(plain, context.number);
    const ranked = acts.some((outcome) => OUTRANKS.has(outcome))
      ? acts.filter((outcome) => !PREPARES.has(outcome))
      : acts;
    return [...new Set(ranked)].map((outcome) => ({ outcome, clause: text, recommendation, about }));
  });
}

/** The outcomes of acts, each once, in the order of the vocabulary. */
export function outcomesOf(acts: readonly { outcome: Outcome }[]): Outcome[] {
  const stated = new Set(acts.map((act) => act.outcome));
  if (stated.has('approved-with-remark')) stated.delete('approved');
  return Outcome.options.filter((outcome) => stated.has(outcome));
}

function sentenceActs(sentence: string): Outcome[] {
  const acts: Outcome[] = [];
  const clauses = cutClauses(sentence);
  for (const clause of clauses) {
    for (const outcome of clauseActs(clause)) {
      acts.push(
        outcome === 'approved' && REMARK.test(sentence.slice(clause.start))
          ? 'approved-with-remark'
          : outcome,
      );
    }
  }
  return acts;
}

interface Clause {
  readonly words: readonly Word[];
  readonly text: string;
  readonly start: number;
  readonly first: boolean;
  readonly subordinate: boolean;
}

/** Cuts at commas and colons. A clause that begins with a subordinator tells, asks or explains. */
function cutClauses(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const ends = [...sentence.matchAll(/[,:–](?=\s)|$/g)].map((match) => match.index);
  for (const end of ends) {
    const text = sentence.slice(from, end);
    const words = wordsOf(text, from);
    if (words.length > 0) {
      const first = clauses.length === 0;
      const lead = words.slice(0, 3).map((word) => word.text);
      const opening = lead.find((word) => !/^(?:og|men|samt|eller|ligesom)$/.test(word)) ?? '';
      const subordinate = SUBORDINATE.test(opening) || (!first && opening === 'der' && lead[0] === 'der');
      clauses.push({
        words,
        text: sentence.slice(from),
        start: from,
        first,
        subordinate: subordinate && !(first && !/^(?:at|som|hvis|såfremt)$/.test(opening)),
      });
    }
    from = end + 1;
  }
  return clauses;
}

function wordsOf(text: string, offset: number): Word[] {
  return [...text.matchAll(/[\p{L}\d'’-]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

function clauseActs(clause: Clause): Outcome[] {
  const acts: Outcome[] = [];
  const { words } = clause;
  let depth: 'main' | 'infinitive' | 'finite' = clause.subordinate ? 'finite' : 'main';
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]?.text ?? '';
    if (
      depth === 'infinitive' &&
      /^(?:og|samt|men)$/.test(before) &&
      VERBS.some((verb) => verb.finite?.test(word.text))
    )
      depth = 'main';
    if (depth !== 'main') {
      if (/^forbehold$/.test(word.text) && clause.words.some((each) => /^(?:tager|tog)$/.test(each.text)))
        acts.push('reserved');
      if (depth === 'infinitive' && word.text === 'blev' && /^(?:og|samt)$/.test(before)) depth = 'main';
      else continue;
    }
    if (
      i > 0 &&
      (word.text === 'at' ||
        (SUBORDINATE.test(word.text) && /^(?:som|hvis|såfremt|idet|fordi|hvor|hvilket)$/.test(word.text)))
    ) {
      if (word.text === 'at') {
        const act = performative(words, i);
        if (act) replaceLast(acts, act);
      }
      depth = /^(?:at)$/.test(word.text) && isInfinitive(words[i + 1]?.text ?? '') ? 'infinitive' : 'finite';
      continue;
    }
    const found = verbAct(clause, i);
    if (found) acts.push(found);
  }
  return acts;
}

/** "besluttede at udsætte sagen" is the act that the infinitive names. */
function performative(words: readonly Word[], at: number): Outcome | null {
  const governing = words
    .slice(Math.max(0, at - 3), at)
    .some((word) => /^(?:besluttede|beslutter|besluttet|valgte|vedtog|aftalte)$/.test(word.text));
  if (!governing) return null;
  const infinitive = words[at + 1]?.text ?? '';
  const tail = words
    .slice(at + 1)
    .map((word) => word.text)
    .join(' ');
  return VERBS.find((verb) => verb.infinitive?.test(infinitive) && applies(verb, tail))?.outcome ?? null;
}

function replaceLast(acts: Outcome[], outcome: Outcome): void {
  if (acts.at(-1) === 'decided') acts.pop();
  acts.push(outcome);
}

function isInfinitive(word: string): boolean {
  return /(?:e|å|o|ø)$/.test(word) && !/(?:ede|te|erne|ene|de)$/.test(word);
}

function applies(verb: Verb, tail: string): boolean {
  return (verb.needs?.test(tail) ?? true) && !(verb.not?.test(tail) ?? false);
}

function verbAct(clause: Clause, at: number): Outcome | null {
  const word = clause.words[at];
  if (!word) return null;
  const tail = clause.text.slice(word.start - clause.start).toLowerCase();
  const head = clause.words.slice(0, at).map((each) => each.text);
  for (const verb of VERBS) {
    const form = formOf(verb, word.text);
    if (!form || !applies(verb, form === 'participle' || form === 'passive' ? withObject(tail, head) : tail))
      continue;
    if (!isCouncils(verb, form, clause, head, at)) continue;
    if (isNegated(clause.words, at, form)) return verb.outcome === 'approved' ? 'rejected' : null;
    return verb.outcome;
  }
  return null;
}

function formOf(verb: Verb, word: string): 'finite' | 'participle' | 'passive' | 'modal' | null {
  if (verb.finite?.test(word)) return 'finite';
  if (verb.participle?.test(word)) return 'participle';
  if (verb.passive?.test(word)) return 'passive';
  if (verb.outcome === 'approved' && verb.infinitive?.test(word)) return 'modal';
  return null;
}

/** What a participle needs may stand before it: "Orienteringen til efterretning taget", "fik mandat givet". */
function withObject(tail: string, head: readonly string[]): string {
  return `${tail} ${head.join(' ')}`;
}

const MODAL =
  /^(?:skal|skulle|kan|kunne|vil|ville|bør|burde|må|måtte|forventes|ønskes|ventes|foreslås|søges|anmodes|bedes)$/;
const AUXILIARY = /^(?:blev|bliver|er|var|blevet)$/;
const PERFECT = /^(?:har|havde|have)$/;

/** Whether the act is the council's own and is done here, not told, wished or planned. */
function isCouncils(
  verb: Verb,
  form: 'finite' | 'participle' | 'passive' | 'modal',
  clause: Clause,
  head: readonly string[],
  at: number,
): boolean {
  if (form === 'modal')
    return head.includes('ikke') && head.some((word) => MODAL.test(word)) && !isStranger(head, clause, at);
  if (head.some((word) => MODAL.test(word))) return false;
  if (verb.outcome === 'informed' || verb.outcome === 'reserved') return true;
  if (form === 'finite') return !isStranger(head, clause, at);
  const agent = clause.words.slice(at + 1);
  const by = agent.findIndex((word) => word.text === 'af');
  if (by >= 0 && by <= 2 && STRANGERS.test(agent[by + 1]?.text ?? '')) return false;
  if (form === 'passive') {
    return (
      head.length === 0 ||
      head.some((word) => MATTER.test(word)) ||
      ['appointed', 'nominated', 'mandated', 'elected'].includes(verb.outcome)
    );
  }
  if (head.some((word) => PERFECT.test(word)))
    return head.some((word) => word.startsWith('kkr')) && !head.includes('tidligere');
  if (head.some((word) => AUXILIARY.test(word))) return !isTold(head);
  const bare = head.filter(
    (word) =>
      !/^(?:ikke|enstemmigt|således|herefter|dermed|er|og|med|de|faldne|bemærkninger|punktet|som)$/.test(
        word,
      ),
  );
  return bare.length === 0 || (bare.length <= 5 && bare.some((word) => MATTER.test(word)));
}

function isTold(head: readonly string[]): boolean {
  return head.includes('tidligere');
}

/** The clause's subject: the words before the verb, or after it where an adverb comes first. */
function isStranger(head: readonly string[], clause: Clause, at: number): boolean {
  const own = (words: readonly string[]) =>
    words.some(
      (word) =>
        /^(?:kkr|kkr's|kontaktråd\S*|kommunekontaktråd\S*|rådet|mødet|man|medlemmerne|forsamlingen)$/.test(
          word,
        ) || word.startsWith('kkr-'),
    );
  const subject = head.filter(
    (word) =>
      !/^(?:og|samt|men|herudover|endvidere|desuden|herefter|derudover|endelig|også|enstemmigt|ligeledes)$/.test(
        word,
      ),
  );
  if (own(subject)) return false;
  if (subject.some((word) => STRANGERS.test(word))) return true;
  const after = clause.words.slice(at + 1, at + 3).map((word) => word.text);
  return (
    subject.length === 0 &&
    head.length > 0 &&
    !/^(?:og|samt|men)$/.test(head[0] ?? '') &&
    STRANGERS.test(after[0] ?? '') &&
    !own(after)
  );
}

function isNegated(words: readonly Word[], at: number, form: string): boolean {
  const from = form === 'finite' ? Math.max(0, at - 2) : Math.max(0, at - 5);
  const near = words.slice(from, at + (form === 'finite' ? 4 : 1)).map((word) => word.text);
  const place = near.findIndex((word) => /^(?:ikke|ingen)$/.test(word));
  return (
    place >= 0 && !/^(?:mindst|alene|kun|blot)$/.test(near[place + 1] ?? words[from + place + 1]?.text ?? '')
  );
}

/** "Sag 3 udgår" and "Punkt 2.4 blev udsat": about the item named. */
function otherItem(sentence: string, own: string | null): string | null {
  const match =
    /^(?:dagsordenens\s+)?(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?(\d{1,2}(?:\.\d{1,2}){0,2})\b/i.exec(
      sentence,
    );
  return match?.[1] && match[1] !== own ? match[1] : null;
}

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** "besluttede på mødet den 3. marts 2021": told of another meeting. A deadline ("senest den 1. maj") is none. */
function isOfAnotherDay(sentence: string, date: string | null): boolean {
  const match =
    /(?:på|ved|fra)\s+(?:sit\s+|et\s+|det\s+)?(?:tidligere\s+|seneste\s+|sidste\s+)?(?:kkr-)?møde(?:t)?\s+(?:i\s+KKR(?:\s+\p{Lu}\p{L}+)?\s+)?(?:den|d\.)\s+(\d{1,2})\.\s*(\p{L}+)(?:\s+(\d{4}))?/iu.exec(
      sentence,
    );
  if (!match?.[1] || !match[2])
    return /\bhar tidligere\b/i.test(sentence) && !/\b(?:tiltrådte|godkendte|blev)\b/.test(sentence);
  if (/\b(?:godkend\S*|tiltr\S*)\s+(?:dagsorden|referat|indstilling)/i.test(sentence)) return false;
  if (/\b(?:uds[aæ]t|udsk|genoptag|behandles|drøftes igen)\S*/i.test(sentence)) return false;
  const month = MONTHS.indexOf(match[2].toLowerCase()) + 1;
  if (month === 0 || date === null)
    return /\bbesluttede|udpegede|godkendte\b/.test(sentence) && month > 0 && date === null;
  const day = `${String(month).padStart(2, '0')}-${match[1].padStart(2, '0')}`;
  return !date.endsWith(day);
}
