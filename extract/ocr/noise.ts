import type { LaidLine } from '../layout/lines.ts';

/**
 * Whether a line read from a picture is what OCR makes of charts, rules and specks
 * ("p——", "I | O", "0 20 40 60"): no word in it, and either doubtful letters or
 * signs and single figures only. Numbers in a table have words beside them.
 */
export function isNoise(
  line: Pick<LaidLine, 'text' | 'role'>,
  confidence: (word: string) => number,
): boolean {
  const tokens = line.text.split(/\s+/u).filter((token) => token !== '');
  if (tokens.length === 0) return true;
  const words = tokens.filter((token) => /\p{L}{3}/u.test(token));
  if (words.length > 0) {
    const certain = words.some((word) => confidence(word) > 0.45 || word.length > 5);
    return !certain && words.length < tokens.length / 2;
  }
  // "2.1", "SAG 4", "§ 12", "7.000" stand by themselves as headings and amounts do.
  const numbers = tokens.filter((token) => /^[(]?[\d.,/:%-]*\d[\d.,/:%)-]*$/u.test(token));
  if (numbers.length > 0 && numbers.length >= tokens.length / 2) {
    return numbers.length >= 3 && numbers.every((token) => token.length <= 4) && line.role !== 'table';
  }
  const mean = tokens.reduce((sum, token) => sum + confidence(token), 0) / tokens.length;
  return mean < 0.7 || tokens.every((token) => !/[\p{L}\p{N}]/u.test(token));
}
