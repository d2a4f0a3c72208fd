import type { Contents } from './contents.ts';
import { parseTitle } from './item-title.ts';
import type { Lines } from './lines.ts';
import { compareNumbers, type ItemNumber, stepsBetween } from './numbers.ts';
import { joinLines, similarTitles, titleKey } from './text.ts';

/** Contents that count from one without a gap; where OCR lost entries, a number that they lack means nothing. */
function isComplete(contents: Contents): boolean {
  const numbers = contents.entries.flatMap((entry) => (entry.number ? [entry.number] : []));
  return numbers.every((number, i) => stepsBetween(numbers[i - 1] ?? [0], number) === 0);
}

/** Whether the contents name this number, and with this title. Null where they name no numbers. */
export function contentsEvidence(
  contents: Contents,
  number: ItemNumber,
  rest: string,
  lines: Lines,
  at: number,
): 'same' | 'number' | 'none' | null {
  if (contents.entries.filter((entry) => entry.number).length < 3) return null;
  const entry = contents.entries.find((each) => each.number && compareNumbers(each.number, number) === 0);
  if (!entry) return !contents.scanned && isComplete(contents) ? 'none' : null;
  const whole = () => joinLines([rest, lines.body[at + 1]?.text ?? '', lines.body[at + 2]?.text ?? '']);
  const bare = () => parseTitle(entry.title).title;
  const same =
    similarTitles(entry.title, rest) ||
    titleKey(whole()).startsWith(titleKey(bare())) ||
    similarTitles(bare(), parseTitle(rest).title) ||
    (rest.length >= 12 && similarTitles(entry.title.slice(0, rest.length), rest));
  return same ? 'same' : 'number';
}
