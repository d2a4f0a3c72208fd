/**
 * Reads row numbers that SQLite has joined to one text: half a million rows one
 * by one would cost more than the search itself.
 */
export function parseRows(joined: string): Uint32Array {
  const rows = new Uint32Array((joined.length >> 1) + 1);
  let count = 0;
  let row = 0;
  for (let at = 0; at < joined.length; at++) {
    const code = joined.charCodeAt(at);
    if (code === COMMA) {
      rows[count++] = row;
      row = 0;
    } else row = row * 10 + (code - ZERO);
  }
  rows[count++] = row;
  return rows.subarray(0, count);
}

const COMMA = 44;
const ZERO = 48;
