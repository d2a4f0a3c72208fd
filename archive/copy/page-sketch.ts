/**
 * Sketches of pages, by which near-identical pages are found: the same paper in
 * another file, or as a scan.
 *
 * A page is taken as a set of features, and the smallest 64 of their hashes are
 * kept: what two sketches share estimates what the pages share (Broder, "On the
 * resemblance and containment of documents", 1997). A feature of the print is six
 * consonants in a row, across words and lines: vowels are what OCR gets wrong
 * (an English engine makes o, e, a, g of ø, æ and å), and spaces, hyphens and line
 * ends differ between a scan and its original anyway. Figures are kept apart,
 * since two years' tables may differ in nothing else.
 */
export interface PageSketch {
  readonly letters: Uint32Array;
  readonly figures: Uint32Array;
}

const SIZE = 64;
const SHINGLE = 6;

/** Null where a page has too little text to tell it from others: a title page, a form, a chart. */
export function sketchOf(text: string): PageSketch | null {
  const letters = text.toLowerCase().replaceAll(/[^bcdfhjklmnpqrstvwxz]+/g, '');
  if (letters.length < LEAST_LETTERS) return null;
  const shingles = Array.from({ length: letters.length - SHINGLE + 1 }, (_, at) =>
    letters.slice(at, at + SHINGLE),
  );
  return { letters: smallest(shingles), figures: smallest(text.match(/\d+/g) ?? []) };
}

/** About three lines of print. */
const LEAST_LETTERS = 120;

/**
 * Whether two pages are one. On the scans measured (200 dpi, a Danish and an
 * English engine) a page and its scan share 0.83 or more, and two pages of one
 * handbook that repeats itself 0.45 at most; one letter in a hundred lost costs about
 * 0.1 more on a short page. Two text layers have no such losses: where one has a
 * paragraph that the other lacks, it is another version, which readers want to see.
 */
export function isSamePage(
  a: PageSketch,
  b: PageSketch,
  { scanned }: { readonly scanned: boolean },
): boolean {
  if (resemblance(a.letters, b.letters) < (scanned ? SAME_SCANNED : SAME_PRINTED)) return false;
  const few = Math.min(a.figures.length, b.figures.length) < FEW_FIGURES;
  return few || resemblance(a.figures, b.figures) >= SAME_FIGURES;
}

const SAME_SCANNED = 0.55;
const SAME_PRINTED = 0.8;
const SAME_FIGURES = 0.5;
const FEW_FIGURES = 6;

/**
 * Keys under which a page is looked up. Each is made of three features, drawn from
 * the sketch by an order of its own: two pages that share a part s of their features
 * have a given key in common with probability s³ (locality-sensitive hashing; Indyk
 * and Motwani, 1998). Of twelve keys a page and its scan (s = 0.83) share one almost
 * surely, and two pages of everyday Danish (s = 0.03) in three of ten thousand cases,
 * so that looking a page up costs the same in an archive of any size.
 */
export function anchorsOf(sketch: Pick<PageSketch, 'letters'>): readonly number[] {
  return Array.from({ length: ANCHORS }, (_, anchor) => {
    let key = anchor;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      key = mixed(key ^ drawnFrom(sketch.letters, mixed(anchor * DRAWS + draw + 1)));
    }
    return key;
  });
}

const ANCHORS = 12;
const DRAWS = 3;

/** The first of some hashes in an order that only `order` decides. */
function drawnFrom(hashes: Uint32Array, order: number): number {
  let first = Number.POSITIVE_INFINITY;
  let drawn = 0;
  for (const hash of hashes) {
    const rank = mixed(hash ^ order);
    if (rank >= first) continue;
    first = rank;
    drawn = hash;
  }
  return drawn;
}

/** The estimated share of features that two pages have in common, 0 to 1. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(SIZE, Math.max(a.length, b.length));
  let common = 0;
  let seen = 0;
  // The smallest of both together, in order; the share that is in both is the estimate.
  for (let i = 0, j = 0; seen < size && (i < a.length || j < b.length); seen += 1) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return seen === 0 ? 0 : common / seen;
}

function smallest(features: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(features.map(hashOf)))
    .sort()
    .slice(0, SIZE);
}

/** FNV-1a, then mixed, since the smallest hashes must be a fair sample. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  return mixed(hash);
}

/** As in MurmurHash3: every bit of the outcome depends on every bit that went in. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function packHashes(hashes: Uint32Array): Uint8Array {
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}

export function unpackHashes(bytes: Uint8Array): Uint32Array {
  // A copy, since SQLite's bytes need not begin at a multiple of four.
  return new Uint32Array(bytes.slice().buffer);
}
