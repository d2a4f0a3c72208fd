import { Outcome } from '../../../core/vocabulary.ts';
import { findDates } from '../danish-date.ts';
import { clauseActs } from './clause-acts.ts';
import { type Clause, cutClauses } from './clauses.ts';
import { type Sentence, splitSentences, withoutQuotations } from './sentences.ts';
import { MATTER } from './subjects.ts';

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
  /** Numbers of all items of the meeting. */
  readonly items: ReadonlySet<string>;
  /** The meeting's date: what was decided on other days is told, not done. */
  readonly date: string | null;
}

/** What turns an approval into one with a remark. */
const REMARK =
  /,\s*(?:idet|dog\b|men\b)|\bmed\s+(?:den|de|disse|følgende|enkelte|få|mindre)?\s*(?:\p{L}+\s+){0,3}(?:bemærkning|tilføjelse|ændring|præcisering|rettelse|tilretning|justering|supplering|kommentar|forbehold)|\bmed forbehold\b|\bmed undtagelse af\b|\bbortset fra\b|\bunder forudsætning af\b|\bforudsat\b|\bpå betingelse af\b|\bsamt med bemærkning/iu;

/** Reads every act that a decision states, sentence by sentence. */
export function readActs(decision: string, context: DecisionContext): StatedAct[] {
  const sentences = splitSentences(decision);
  const acts = sentences.flatMap((sentence) => actsOf(sentence, context));
  if (acts.length > 0) return acts.filter((act) => !isOnlySentBack(act, acts));
  // To ask somebody for something is what was decided only where nothing else was.
  return sentences
    .filter(({ text }) => REQUEST.test(text) && !isOfAnotherDay(text, context.date))
    .map(({ text, recommendation }) => ({ outcome: 'decided', clause: text, recommendation, about: null }));
}

/** What is rejected goes back to where it came from: that is no second act. */
function isOnlySentBack({ outcome, clause }: StatedAct, acts: readonly StatedAct[]): boolean {
  return outcome === 'referred' && /tilbage/.test(clause) && acts.some((act) => act.outcome === 'rejected');
}

const REQUEST = /^KKR(?: \p{Lu}\p{L}+)? (?:bad|beder) .*(?<!\p{L})(?:om|at)(?!\p{L})/u;

function actsOf({ text, recommendation }: Sentence, context: DecisionContext): StatedAct[] {
  const plain = withoutQuotations(text);
  if (isOfAnotherDay(plain, context.date)) return [];
  const exception = EXCEPTION.exec(plain);
  if (exception) return exceptionActs(exception, plain, text, recommendation);
  const other = otherItem(plain, context);
  if (!other)
    return sentenceActs(plain).map((outcome) => ({ outcome, clause: text, recommendation, about: null }));
  const aside = plain.slice(other.from, other.to).replace(/^[,;]\s*(?:idet|dog|men|og|at|hvor)?\s*/, '');
  return [
    ...sentenceActs(plain.slice(0, other.from) + plain.slice(other.to)).map((outcome) => ({
      outcome: outcome === 'approved' ? remarked(outcome, plain) : outcome,
      clause: text,
      recommendation,
      about: null,
    })),
    ...sentenceActs(aside).map((outcome) => ({
      outcome,
      clause: text,
      recommendation: null,
      about: other.number,
    })),
  ];
}

/** "…med undtagelse af punkt 3, der blev udsat": what was done with one recommendation apart from the others. */
const EXCEPTION =
  /\b(?:med undtagelse af|bortset fra)\s+(?:indstillingens\s+)?(?:punkt|pkt\.?|indstilling|nr\.?)\s*(\d{1,2}),\s+(?:der|som)\s+(?=bl|udg|uds|tr)/i;

function exceptionActs(
  exception: RegExpExecArray,
  sentence: string,
  clause: string,
  recommendation: number | null,
): StatedAct[] {
  const rest = sentence.slice(exception.index + exception[0].length);
  const others = sentenceActs(`${sentence.slice(0, exception.index)}med undtagelse af ét punkt.`);
  const excepted = sentenceActs(`Punktet ${rest}`);
  return [
    ...others.map((outcome) => ({ outcome, clause, recommendation, about: null })),
    ...excepted.map((outcome) => ({ outcome, clause, recommendation: Number(exception[1]), about: null })),
  ];
}

/** The outcomes of acts, each once, in the order of the vocabulary. */
export function outcomesOf(acts: readonly { outcome: Outcome }[]): Outcome[] {
  const stated = new Set(acts.map((act) => act.outcome));
  return Outcome.options.filter((outcome) => stated.has(outcome));
}

/** A discussion that ends in an appeal to others, in one sentence, was on the way to it. */
function sentenceActs(sentence: string): Outcome[] {
  if (NOTED_ALONE.test(sentence)) return ['noted'];
  const vote = MAJORITY.exec(sentence)?.[1]?.toLowerCase();
  if (vote) return [vote === 'for' ? remarked('approved', sentence) : 'rejected'];
  const acts = new Set<Outcome>();
  const plain = sentence.replace(PARTIES, '').replace(VOTED_TO, '$1besluttede').replace(UNPARTED, '$1, at ');
  for (const clause of cutClauses(plain)) {
    const named = acts.has('decided') ? decidedActs(clause) : [];
    if (named.length > 0) acts.delete('decided');
    for (const outcome of named) acts.add(outcome);
    for (const outcome of clauseActs(clause)) acts.add(remarked(outcome, plain.slice(clause.start)));
  }
  if (acts.has('recommended')) acts.delete('discussed');
  return [...acts];
}

const NOTED_ALONE =
  /^\s*(?:(?:orienteringen|redegørelsen|sagen|status|punktet) )?(?:til )?efterretning(?:[\s.]|$)/i;
/** "Et flertal bestående af A og V stemte for indstillingen"; what a minority voted decides nothing. */
const MAJORITY = /\bflertal(?:let)?\b(?:(?!\bstemte\b)[^.;])*\bstemte\s+(for|i?mod)\b(?!,?\s+at\b)/i;
/** "Et flertal stemte for at udsætte sagen": what they voted for is the act. */
const VOTED_TO = /\b(flertal(?:let)?\b(?:(?!\bstemte\b)[^.;])*)stemte\s+for(?=,?\s+at\b)/gi;
/** The letters of parties, which cut a sentence into clauses that it does not have. */
const PARTIES =
  /\s*\([A-ZÆØÅ]{1,3}(?:(?:,\s*|\s+og\s+)[A-ZÆØÅ]{1,3})*\)|\s+bestående af [A-ZÆØÅ]{1,2}(?:(?:,\s*|\s+og\s+)[A-ZÆØÅ]{1,2})*(?=\s)/gu;

/** Many write no comma before "at": "KKR besluttede at sagen udsættes". */
const UNPARTED =
  /\b(beslutte(?:de|r|t)|vedtog|aftalte) at (?=(?:sagen|punktet|indstillingen|orienteringen|redegørelsen|forslaget|planen)\s)/gi;

/** "KKR besluttede, at sagen udsættes": the decision is the act that it names of the matter itself. */
function decidedActs(clause: Clause): Outcome[] {
  const [at, ...words] = clause.words;
  if (at?.text !== 'at' || !MATTER.test(words[0]?.text ?? '') || !words[0]) return [];
  const text = clause.text.slice(words[0].start - clause.start);
  return clauseActs({ words, text, start: words[0].start, subordinate: false }).filter((outcome) =>
    OF_MATTER.has(outcome),
  );
}

const OF_MATTER: ReadonlySet<Outcome> = new Set(['approved', 'noted', 'referred', 'postponed', 'withdrawn']);

function remarked(outcome: Outcome, rest: string): Outcome {
  return outcome === 'approved' && REMARK.test(rest) ? 'approved-with-remark' : outcome;
}

const OTHER_ITEM =
  /(?:^|[,;]\s*(?:idet|dog|men|og|at|hvor)?\s*)(?:dagsordenens\s+)?(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?(\d{1,2}(?:\.\d{1,2}){0,2})\s+(?=udg|udsæt|udskyd|uds[ak]|bortfald|blev|bliver|er |trækkes|tages)/i;

/** "Sag 3 udgår" and "…, idet punkt 2.4 blev udsat": the clause about another item, cut out of its sentence. */
function otherItem(
  sentence: string,
  context: DecisionContext,
): { number: string; from: number; to: number } | null {
  const match = OTHER_ITEM.exec(sentence);
  const number = match?.[1];
  // "Punkt 1 og 2 godkendt, punkt 3 udsat" speaks of the recommendations.
  if (match && match.index > 0 && OWN_POINTS.test(sentence)) return null;
  if (!match || !number || number === context.number || !context.items.has(number)) return null;
  const end = /[,;.]/.exec(sentence.slice(match.index + match[0].length));
  return { number, from: match.index, to: end ? match.index + match[0].length + end.index : sentence.length };
}

const OWN_POINTS = /^\s*(?:punkt|pkt\.?|indstilling)\s*\d/i;

const OTHER_MEETING =
  /\b(?:på|ved)\s+(?:sit|et|det)?\s*(?:tidligere|seneste|sidste|forrige)?\s*(?:kkr-)?møde(?:t)?\s+(?:i\s+KKR(?:\s+\p{Lu}\p{L}+)?\s+)?(?:den|d\.)\s+(\d{1,2}\.\s*\p{L}+)(?:\s+(\d{4}))?/iu;

/**
 * "besluttede på mødet den 3. marts 2021" is told of another meeting. What is
 * put off until a day, or said of the minutes of a day, is done here.
 */
function isOfAnotherDay(sentence: string, date: string | null): boolean {
  if (/\bhar tidligere\b/i.test(sentence)) return true;
  const match = OTHER_MEETING.exec(sentence);
  if (!match || /\b(?:uds[aæ]t|udsk|genoptag|behandles|drøftes igen)/i.test(sentence)) return false;
  const [found] = findDates(`${match[1]} ${match[2] ?? date?.slice(0, 4) ?? ''}`);
  return date === null ? match[2] !== undefined : found !== undefined && found.date !== date;
}
