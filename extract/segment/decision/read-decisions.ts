import type { Decision, Item, Warning } from '../../../core/document.ts';
import type { DocumentKind } from '../../../core/vocabulary.ts';
import { warn } from '../meeting.ts';
import { type Piece, type RawSection, sectionText, spansOf } from '../sections.ts';
import { outcomesOf, readActs, type StatedAct } from './outcomes.ts';
import { appointedPersons } from './persons.ts';

/**
 * What minutes decided. An agenda decides nothing yet, so a "Beslutning" in it is
 * an empty form or tells of an earlier meeting.
 */
export function readDecisions(
  items: readonly Item[],
  cut: readonly (readonly RawSection[])[],
  kind: DocumentKind,
  date: string | null,
  warnings: Warning[],
): Item[] {
  if (kind !== 'referat') return [...items];
  const others: StatedAct[] = [];
  const numbers = new Set(items.flatMap((item) => item.number ?? []));
  const decided = items.map((item, i) => {
    const pieces = decisionPieces(cut[i] ?? []);
    const text = sectionText(pieces);
    if (text === '') return item;
    const acts = readActs(text, { number: item.number, date, items: numbers });
    const own = acts.filter((act) => act.about === null);
    others.push(...acts.filter((act) => act.about !== null));
    const outcomes = outcomesOf(own);
    if (outcomes.length === 0 && !NOTHING_DECIDED.test(text)) {
      warnings.push(
        warn(
          'decision-unclear',
          `What was decided on ${label(item)} could not be told`,
          pieces[0]?.line.page ?? null,
        ),
      );
    }
    const appointed = appointedPersons(own);
    const approved = own.some((act) => /^approved/.test(act.outcome) && /indstilling/i.test(act.clause))
      ? item.recommendations?.filter((_, i) => !excepted(own, i + 1))
      : undefined;
    const decision: Decision = {
      text,
      outcomes,
      acts: own.map(({ outcome, clause, recommendation }) => ({ outcome, clause, recommendation })),
      ...(approved && approved.length > 0 ? { approved } : {}),
      ...(appointed.length > 0 ? { appointed } : {}),
      where: spansOf(pieces),
    };
    return { ...item, decision };
  });
  return decided.map((item) => withActsFromElsewhere(item, others));
}

/** Whether something else was done with one recommendation than with the others. */
function excepted(acts: readonly StatedAct[], recommendation: number): boolean {
  const own = acts.filter((act) => act.recommendation === recommendation);
  return own.length > 0 && !own.some((act) => /^approved/.test(act.outcome));
}

/** All that minutes say where nothing was decided; with more behind it, there is something to be told. */
const NOTHING_DECIDED =
  /^(?:(?:intet|ingen(?:ting)?)(?: at bemærke)?|(?:der var )?(?:ingen|ikke) bemærkninger(?: til (?:punktet|sagen))?)[.!]?$/i;

function label(item: Item): string {
  return item.number === null ? `"${item.title}"` : `item ${item.number}`;
}

/** "Sag 3 udgår", said under item 1, is about item 3. */
function withActsFromElsewhere(item: Item, others: readonly StatedAct[]): Item {
  const about = others.filter((act) => act.about === item.number);
  if (about.length === 0) return item;
  const acts = about.map(({ outcome, clause }) => ({ outcome, clause, recommendation: null }));
  const before = item.decision ?? { text: '', outcomes: [], acts: [] };
  const all = [...(before.acts ?? []), ...acts];
  const text = before.text === '' ? about.map((act) => act.clause).join('\n') : before.text;
  return { ...item, decision: { ...before, text, acts: all, outcomes: outcomesOf(all) } };
}

/** The decision's lines: its section; or what follows the recommendation under "Indstilling og beslutning"; or a bare text. */
function decisionPieces(sections: readonly RawSection[]): readonly Piece[] {
  const section = sections.findLast((each) => each.role === 'decision');
  if (section) return section.pieces;
  const both = sections.findLast((each) => /^indstilling og beslutning$/i.test(each.heading));
  if (both) return lastParagraph(both.pieces);
  const [only] = sections;
  if (sections.length === 1 && only && only.pieces.length > 0) {
    const tail = lastParagraph(only.pieces);
    const text = sectionText(tail);
    const says = readActs(text, { number: null, date: null, items: new Set() }).length > 0;
    return says || NOTHING_DECIDED.test(text) ? tail : [];
  }
  return [];
}

function lastParagraph(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findLastIndex(
    (piece, i) =>
      i === 0 ||
      piece.line.gap ||
      /^(?:KKR|Godkendt|Tiltrådt|Taget|Drøftet|Indstillingen|Orienteringen|Udsat|Beslutning)\b/.test(
        piece.text,
      ),
  );
  return pieces.slice(Math.max(from, 0));
}
