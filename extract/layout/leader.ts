/** Signs of a leader before the page number, fewest that make one. */
const LEADERS: Readonly<Record<string, number>> = { '.': 4, '…': 1, _: 4 };

/**
 * Dots, ellipses or strokes that lead to a page number at the line's end. Read from
 * the end, sign by sign: a pattern would try each dot of a long run as its first.
 */
export function hasLeader(text: string): boolean {
  const page = /\d{1,4}$/u.exec(text.slice(-5));
  if (page === null) return false;
  let at = text.length - page[0].length;
  const skipBlanks = (): void => {
    while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  };
  skipBlanks();
  const sign = text[at - 1] ?? '';
  const fewest = LEADERS[sign];
  let count = 0;
  for (; fewest !== undefined && count < fewest && text[at - 1] === sign; count++) {
    at -= 1;
    skipBlanks();
  }
  return count === fewest;
}
