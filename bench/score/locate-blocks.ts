/**
 * Finds the paragraphs of a true page in what was read, wherever they stand:
 * the idea of "flexible character accuracy" (Clausner et al. 2020), which keeps
 * wrong characters apart from wrong order.
 */
export interface Located {
  /** Where each block was found; null where less than half of it was. */
  readonly matches: readonly ({ readonly start: number; readonly end: number } | null)[];
  /** Edits inside the blocks; a block that was not found costs its whole length. */
  readonly distance: number;
  /** Characters of the text in no block, without white space. */
  readonly uncovered: number;
}

const TAKEN = '\u0000';

export function locateBlocks(blocks: readonly string[], text: string): Located {
  let rest = text;
  const matches: ({ start: number; end: number } | null)[] = blocks.map(() => null);
  let distance = 0;
  const take = (index: number, start: number, end: number) => {
    matches[index] = { start, end };
    rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end);
  };
  // Long blocks first: they are unmistakable, and a short heading cannot then be found inside one of them.
  const order = blocks.map((_, index) => index).sort((a, b) => size(blocks, b) - size(blocks, a) || a - b);
  const open: number[] = [];
  for (const index of order) {
    const block = blocks[index] ?? '';
    const start = exactPlace(rest, block, expectedPlace(matches, index));
    if (start === -1) open.push(index);
    else take(index, start, start + block.length);
  }
  for (const index of open) {
    const block = blocks[index] ?? '';
    const near = nearestMatch(block, rest);
    if (near.distance > block.length / 2) distance += block.length;
    else {
      distance += near.distance;
      take(index, near.start, near.end);
    }
  }
  return { matches, distance, uncovered: rest.replaceAll(TAKEN, '').replace(/\s+/gu, '').length };
}

function size(blocks: readonly string[], index: number): number {
  return blocks[index]?.length ?? 0;
}

/** Where the block before it ended, so that of ten "Indstilling" each finds its own. */
function expectedPlace(matches: readonly ({ end: number } | null)[], index: number): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const match = matches[before];
    if (match) return match.end;
  }
  return 0;
}

function exactPlace(text: string, block: string, expected: number): number {
  const bounded = (at: number) => !isLetter(text[at - 1]) && !isLetter(text[at + block.length]);
  const from = (start: number) => {
    let at = text.indexOf(block, start);
    while (at !== -1 && !bounded(at)) at = text.indexOf(block, at + 1);
    return at;
  };
  const after = from(expected);
  return after === -1 ? from(0) : after;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The stretch of text with the fewest edits to the block (Sellers 1980); time is length times length. */
export function nearestMatch(block: string, text: string): { start: number; end: number; distance: number } {
  let above = new Int32Array(block.length + 1).map((_, i) => i);
  let here = new Int32Array(block.length + 1);
  let aboveStart = new Int32Array(block.length + 1);
  let hereStart = new Int32Array(block.length + 1);
  let best = { start: 0, end: 0, distance: block.length };
  for (let j = 1; j <= text.length; j += 1) {
    const taken = text[j - 1] === TAKEN;
    here[0] = 0;
    hereStart[0] = j;
    for (let i = 1; i <= block.length; i += 1) {
      const changed = (above[i - 1] ?? 0) + (block[i - 1] === text[j - 1] ? 0 : 1);
      const added = (above[i] ?? 0) + 1;
      const lost = (here[i - 1] ?? 0) + 1;
      // What another block was found in must not be used again.
      const price = taken ? i : Math.min(changed, added, lost);
      here[i] = price;
      if (taken) hereStart[i] = j;
      else if (price === changed) hereStart[i] = aboveStart[i - 1] ?? 0;
      else if (price === added) hereStart[i] = aboveStart[i] ?? 0;
      else hereStart[i] = hereStart[i - 1] ?? 0;
    }
    const distance = here[block.length] ?? 0;
    if (distance < best.distance) best = { start: hereStart[block.length] ?? 0, end: j, distance };
    [above, here] = [here, above];
    [aboveStart, hereStart] = [hereStart, aboveStart];
  }
  return best;
}
