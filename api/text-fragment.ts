import type { SnippetPiece } from '../core/search-index.ts';

/** Words of the surroundings that make the place unique on a long page. */
const WORDS_AROUND = 3;

/**
 * The part of an address that has the browser show and mark the match of a
 * snippet (https://wicg.github.io/scroll-to-text-fragment/), as `prefix-,match,-suffix`.
 * Browsers that do not know it, or do not find the words, go to the anchor
 * before it. Empty where nothing around the match tells it from others.
 */
export function textFragment(snippet: readonly SnippetPiece[]): string {
  const at = snippet.findIndex(({ match }) => match);
  const match = snippet[at]?.text.trim();
  if (!match) return '';
  const before = lastWords(snippet[at - 1]?.text ?? '');
  const after = firstWords(snippet[at + 1]?.text ?? '');
  if (before === '' && after === '') return '';
  const prefix = before && `${encoded(before)}-,`;
  const suffix = after && `,-${encoded(after)}`;
  return `:~:text=${prefix}${encoded(match)}${suffix}`;
}

function firstWords(text: string): string {
  // Letters that go on without a blank belong to the matched word and are no words of their own.
  if (!/^\s/.test(text)) return '';
  return plainRun(text.trim().split(/\s+/));
}

function lastWords(text: string): string {
  if (!/\s$/.test(text)) return '';
  return plainRun(text.trim().split(/\s+/).reverse()).split(' ').reverse().join(' ');
}

/** Words up to the first mark that a page may set differently: dashes of lists, an ellipsis. */
function plainRun(words: readonly string[]): string {
  const run: string[] = [];
  for (const word of words.slice(0, WORDS_AROUND)) {
    if (!/[\p{L}\p{N}]/u.test(word) || word.includes('…')) break;
    run.push(word);
  }
  return run.join(' ');
}

/** A hyphen is a sign of the notation; encodeURIComponent leaves it. A snippet may begin within a letter of two units. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll(/\s+/g, ' ')).replaceAll('-', '%2D');
}
