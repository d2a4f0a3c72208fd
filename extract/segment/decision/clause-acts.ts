import type { Outcome } from '../../../core/vocabulary.ts';
import { type Clause, SUBORDINATOR, type Word } from './clauses.ts';
import { isCouncil, isStrangers, MATTER, STRANGERS } from './subjects.ts';
import type { Verb } from './verb.ts';
import { VERBS } from './verbs.ts';

/**
 * The acts that one clause states. Reading from left to right, "at" opens an
 * infinitive ("at godkende") or a told clause ("at regionen godkendte"), in
 * which nothing is done; "og" with a finite verb leads out of an infinitive.
 */
export function clauseActs(clause: Clause): Outcome[] {
  const acts: Outcome[] = [];
  const { words } = clause;
  let depth: 'main' | 'infinitive' | 'told' = clause.subordinate ? 'told' : 'main';
  for (const [i, word] of words.entries()) {
    if (depth === 'infinitive' && resumes(words, i)) depth = 'main';
    if (depth !== 'main') {
      if (word.text === 'forbehold' && words.some((each) => /^(?:tager|tog)$/.test(each.text)))
        acts.push('reserved');
      continue;
    }
    if (i > 0 && opensSubordinate(word.text)) {
      if (word.text === 'at') takeInfinitive(acts, words, i);
      depth = word.text === 'at' && isInfinitive(words[i + 1]?.text ?? '') ? 'infinitive' : 'told';
      continue;
    }
    const act = verbAct(clause, i);
    if (act) acts.push(act);
  }
  return acts;
}

function opensSubordinate(word: string): boolean {
  return (
    SUBORDINATOR.test(word) && /^(?:at|som|hvis|såfremt|idet|fordi|hvor|hvilket|hvordan|hvorvidt)$/.test(word)
  );
}

function resumes(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  if (!/^(?:og|samt|men)$/.test(words[at - 1]?.text ?? '')) return false;
  return word === 'blev' || VERBS.some((verb) => verb.finite?.has(word));
}

/** "besluttede at udsætte sagen" is the act that the infinitive names; "besluttede at bede om …" stays a decision. */
function takeInfinitive(acts: Outcome[], words: readonly Word[], at: number): void {
  const near = words.slice(Math.max(0, at - 3), at).map((word) => word.text);
  if (near.includes('ikke')) return;
  const decides = near.some((word) =>
    /^(?:besluttede|beslutter|besluttet|valgte|vedtog|aftalte|enedes)$/.test(word),
  );
  const agrees = near.includes('enighed') || near.includes('enige');
  if (!decides && !agrees) return;
  const infinitive = words[at + 1]?.text ?? '';
  const tail = tailOf(words, at + 1);
  const named = VERBS.find((verb) => verb.infinitive?.has(infinitive) && applies(verb, tail));
  if (!named) return;
  if (acts.at(-1) === 'decided') acts.pop();
  acts.push(named.outcome);
}

function tailOf(words: readonly Word[], from: number): string {
  return words
    .slice(from)
    .map((word) => word.text)
    .join(' ');
}

function isInfinitive(word: string): boolean {
  return /[eåoø]$/.test(word) && !/(?:ede|te|erne|ene|de)$/.test(word);
}

function applies(verb: Verb, tail: string): boolean {
  return (verb.needs?.test(tail) ?? true) && !(verb.not?.test(tail) ?? false);
}

type Form = 'finite' | 'participle' | 'passive' | 'infinitive';

function verbAct(clause: Clause, at: number): Outcome | null {
  const word = clause.words[at];
  if (!word) return null;
  for (const [verb, form] of READINGS.get(word.text) ?? []) {
    const tail = clause.text.slice(word.start - clause.start).toLowerCase();
    const head = clause.words.slice(0, at).map((each) => each.text);
    // What a participle needs may stand before it: "fik mandat givet".
    const needed = form === 'participle' || form === 'passive' ? `${tail} ${head.join(' ')}` : tail;
    if (!applies(verb, needed) || !isDone(verb, form, clause, head, at)) continue;
    if (verb.ofMatter && !head.some((word) => MATTER.test(word))) continue;
    if (verb.ofCouncil && !head.some(isCouncil)) continue;
    if (!isNegated(clause.words, at, form)) return verb.outcome;
    if (verb.outcome === 'approved') return 'rejected';
    return verb.outcome === 'decided' ? 'decided' : null;
  }
  return null;
}

function formOf(verb: Verb, word: string): Form | null {
  if (verb.finite?.has(word)) return 'finite';
  if (verb.participle?.has(word)) return 'participle';
  if (verb.passive?.has(word)) return 'passive';
  return verb.outcome === 'approved' && verb.infinitive?.has(word) ? 'infinitive' : null;
}

/** What each word may be a form of, in the order of the verbs. */
const READINGS = new Map<string, [Verb, Form][]>();
for (const verb of VERBS) {
  const own = [verb.finite, verb.participle, verb.passive, verb.infinitive].flatMap((forms) => [
    ...(forms ?? []),
  ]);
  for (const word of new Set(own)) {
    const form = formOf(verb, word);
    if (form) READINGS.set(word, [...(READINGS.get(word) ?? []), [verb, form]]);
  }
}

const MODAL =
  /^(?:skal|skulle|kan|kunne|vil|ville|bør|burde|må|måtte|forventes|ønskes|ventes|foreslås|søges|anmodes|bedes)$/;
const AUXILIARY = /^(?:blev|bliver|er|var|blevet)$/;
const PERFECT = /^(?:har|havde|have)$/;
/** Acts whose subject in the passive is who they are done to: "Karen Elm udpeges", "Kommunerne anbefales". */
const DONE_TO: ReadonlySet<Outcome> = new Set([
  'appointed',
  'nominated',
  'elected',
  'mandated',
  'recommended',
]);
/** Said of anyone: a director informs, a municipality makes a reservation. */
const BY_ANYONE: ReadonlySet<Outcome> = new Set(['informed', 'reserved']);
/** Words beside a bare participle that are no subject: "Enstemmigt tiltrådt". */
const BESIDE =
  /^(?:ikke|enstemmigt|således|herefter|dermed|er|og|med|de|faldne|bemærkninger|som|hermed|endeligt)$/;

/** Whether the act is the council's own and is done here, not told, wished or planned. */
function isDone(verb: Verb, form: Form, clause: Clause, head: readonly string[], at: number): boolean {
  const modal = head.findLast((word) => MODAL.test(word));
  if (form === 'infinitive') {
    // "KKR kunne tiltræde" and "kunne ikke tiltræde" tell what was done.
    return /^(?:kunne|kan)$/.test(modal ?? '') && head.some(isCouncil);
  }
  // "Forslaget kunne ikke tiltrædes" tells what was done, too.
  if (form === 'passive' && modal === 'kunne' && head.includes('ikke'))
    return head.some((word) => MATTER.test(word));
  if (modal) return false;
  if (BY_ANYONE.has(verb.outcome)) return true;
  if (form === 'finite') return !isStrangers(clause.words, at);
  const agent = clause.words.slice(at + 1, at + 5).map((word) => word.text);
  const by = agent.indexOf('af');
  if (by >= 0 && by <= 2 && STRANGERS.test(agent[by + 1] ?? '')) return false;
  if (form === 'passive') {
    return head.length === 0 || head.some((word) => MATTER.test(word)) || DONE_TO.has(verb.outcome);
  }
  if (head.some((word) => PERFECT.test(word))) return head.some(isCouncil) && !head.includes('tidligere');
  if (head.some((word) => AUXILIARY.test(word))) return !head.includes('tidligere');
  // "Mette Holm (A) udpeget."
  if (DONE_TO.has(verb.outcome) && clause.words[0]?.capital && clause.words[1]?.capital && head.length <= 6)
    return true;
  const subject = head.filter((word) => !BESIDE.test(word));
  return subject.length === 0 || (subject.length <= 5 && subject.some((word) => MATTER.test(word)));
}

function isNegated(words: readonly Word[], at: number, form: Form): boolean {
  // A verb with a form of its own behind "og" is not denied by what stands before: "blev ikke nået og overføres".
  const joined = words.findLastIndex((word, i) => i < at && /^(?:og|men|samt)$/.test(word.text)) + 1;
  const from = Math.max(form === 'passive' ? joined : 0, at - (form === 'finite' ? 2 : 5));
  const to = at + (form === 'finite' ? 4 : 1);
  const place = words.findIndex((word, i) => i >= from && i < to && /^(?:ikke|ingen)$/.test(word.text));
  return place >= 0 && !/^(?:mindst|alene|kun|blot)$/.test(words[place + 1]?.text ?? '');
}
