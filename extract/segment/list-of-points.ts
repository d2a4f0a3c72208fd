import type { Contents } from './contents.ts';
import { parseTitle } from './item-title.ts';
import type { Line } from './lines.ts';
import { compareNumbers, type NumberedText } from './numbers.ts';
import { similarTitles, titleKey } from './text.ts';

/** How far into a document its own list of points may begin. */
const FRONT = 80;

/** A list of points without pages, as older agendas open with: its numbers and titles all come again below. */
export function listOfPoints(lines: readonly Line[]): Contents {
  return numberedPoints(lines) ?? bulletedPoints(lines) ?? { entries: [], lines: new Set() };
}

const BULLET = /^[-–—•·▪›»*]\s*/;
const PAGELESS = { page: null, number: null };

/** Titles behind bullets, all of which head a paragraph of their own below. */
function bulletedPoints(lines: readonly Line[]): Contents | null {
  let run: Line[] = [];
  for (const line of lines) {
    const last = run.at(-1);
    if (BULLET.test(line.text)) {
      if (last && line.index !== last.index + 1) run = [];
      run.push(line);
    } else if (run.length >= 3 || line.index > FRONT) break;
  }
  const [first] = run;
  const end = run.at(-1);
  if (!first || !end || run.length < 3) return null;
  const below = new Set(
    lines.slice(end.index + 1).map((line) => titleKey(line.text.replace(/^[^:]{3,30}:\s+/, ''))),
  );
  const again = run.filter((line) => below.has(titleKey(line.text)));
  if (again.length < run.length * 0.6) return null;
  const entries = run.map((line) => ({
    ...PAGELESS,
    title: line.text.replace(BULLET, ''),
    first: line.index,
    last: line.index,
  }));
  return { entries, lines: new Set(run.map((line) => line.index)), scanned: first.scanned };
}

function numberedPoints(lines: readonly Line[]): Contents | null {
  const run: { line: Line; numbered: NumberedText }[] = [];
  for (const line of lines) {
    const { numbered } = line;
    if (!numbered || numbered.rest === '') continue;
    const last = run.at(-1);
    const ascends = !last || compareNumbers(last.numbered.number, numbered.number) < 0;
    if (last ? line.index - last.line.index > 3 || !ascends : line.index > FRONT) break;
    run.push({ line, numbered });
  }
  const end = run.at(-1)?.line.index ?? 0;
  const later = lines.slice(end + 1).flatMap((line) => {
    const { numbered } = line;
    if (!numbered) return [];
    const title = numbered.rest === '' ? (lines[line.index + 1]?.text ?? '') : numbered.rest;
    return [{ number: numbered.number, title: parseTitle(title).title }];
  });
  const again = run.filter(({ numbered }) =>
    later.some(
      (other) =>
        compareNumbers(other.number, numbered.number) === 0 && similarTitles(other.title, numbered.rest),
    ),
  );
  if (run.length < 3 || again.length < run.length * 0.6) return null;
  const used = new Set(
    Array.from({ length: end - (run[0]?.line.index ?? 0) + 1 }, (_, i) => (run[0]?.line.index ?? 0) + i),
  );
  const entries = run.map(({ line, numbered }) => ({
    number: numbered.number,
    title: numbered.rest,
    page: null,
    first: line.index,
    last: line.index,
  }));
  return { entries, lines: used, scanned: run[0]?.line.scanned === true };
}
