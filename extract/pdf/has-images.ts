const SUBTYPE = '/Subtype';
/** White space that may stand between a key and its value; more of it no program writes. */
const MOST_SPACE = 24;

/**
 * Whether a PDF holds images. An image is a stream, and streams are never inside
 * compressed objects: its dictionary is in plain sight. The bytes are searched
 * where they are, as a large file is neither copied nor short enough for a string.
 */
export function hasImages(file: Buffer): boolean {
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 1)) {
    const before = file.subarray(Math.max(0, at - SUBTYPE.length - MOST_SPACE), at).toString('latin1');
    if (before.trimEnd().endsWith(SUBTYPE)) return true;
  }
  return false;
}
