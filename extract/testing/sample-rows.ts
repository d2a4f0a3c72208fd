/** What encoders of pictures do with rows of samples, each row filled up to whole bytes. */

/** In runs that say so many bytes follow as they are (ISO 32000-1, 7.4.5). */
export function runLengths(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 128) {
    const part = bytes.subarray(at, at + 128);
    parts.push(Buffer.from([part.length - 1]), part);
  }
  return Buffer.concat([...parts, Buffer.from([128])]);
}

/** Each row as its difference from the one above, as PNG has it. */
export function foretold(rows: Buffer, rowBytes: number): Buffer {
  const out: Buffer[] = [];
  for (let at = 0; at < rows.length; at += rowBytes) {
    const above = at === 0 ? Buffer.alloc(rowBytes) : rows.subarray(at - rowBytes, at);
    const row = rows.subarray(at, at + rowBytes);
    out.push(Buffer.from([2, ...row.map((byte, x) => byte - (above[x] ?? 0))]));
  }
  return Buffer.concat(out);
}

/** Rows of single bits from right to left; a row fills its bytes. */
export function mirrored(rows: Buffer, rowBytes: number): Buffer {
  const out = Buffer.alloc(rows.length);
  for (let row = 0; row < rows.length; row += rowBytes)
    for (let x = 0; x < 8 * rowBytes; x++) {
      const bit = ((rows[row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      const to = 8 * rowBytes - 1 - x;
      out[row + (to >> 3)] = (out[row + (to >> 3)] ?? 0) | (bit << (7 - (to & 7)));
    }
  return out;
}
