import { align } from '../score/align.ts';

/** A word of the truth and what stands in its place in the other text; blanks inside where it was torn. */
export interface WordPair {
  readonly word: string;
  readonly image: string;
}

/** Carries every word of a page over to another version of the page, letter by letter. */
export function pairWords(truth: string, other: string): WordPair[] {
  const target = new Int32Array(truth.length).fill(-1);
  for (const step of align(truth, other).steps) {
    if (step.kind === 'same' || step.kind === 'changed') target[step.from] = step.to;
  }
  const blank = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));
  return [...truth.matchAll(/\S+/gu)].map((match) => {
    const word = match[0];
    const places: number[] = [];
    for (let at = match.index; at < match.index + word.length; at++) {
      const place = target[at] ?? -1;
      if (place >= 0 && !blank(other, place)) places.push(place);
    }
    let [from, to] = [places[0] ?? 0, (places.at(-1) ?? -1) + 1];
    if (places.length === 0) return { word, image: '' };
    while (from > 0 && !blank(other, from - 1)) from--;
    while (to < other.length && !blank(other, to)) to++;
    return { word, image: other.slice(from, to).replaceAll(/\s+/gu, ' ') };
  });
}
