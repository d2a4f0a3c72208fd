import type { OcrLine, OcrResult, OcrWord } from '../../core/ocr-engine.ts';

/** What level of the page a row of tesseract's table is about; words are the fifth. */
const WORD = 5;

/**
 * What tesseract answers as a table (TSV: level, page, block, paragraph, line,
 * word, left, top, width, height, confidence, text), as the port tells it: lines of
 * words in tesseract's reading order. The table has all that is needed; the tree of
 * blocks that tesseract.js offers as well costs a tenth of the time of reading.
 */
export function toOcrResult(tsv: string): OcrResult {
  const lines = new Map<string, { startsParagraph: boolean; words: OcrWord[] }>();
  let sum = 0;
  let count = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const text = (cells[11] ?? '').trim();
    const numbers = cells.slice(0, 11).map(Number);
    const [level, page, block, paragraph, line, , left = 0, top = 0, width = 0, height = 0] = numbers;
    if (level !== WORD || text === '' || numbers.some(Number.isNaN)) continue;
    const confidence = Math.min(1, Math.max(0, (numbers[10] ?? 0) / 100));
    const key = `${page}.${block}.${paragraph}.${line}`;
    const found = lines.get(key) ?? { startsParagraph: line === 1, words: [] };
    found.words.push({ text, confidence, box: [left, top, left + width, top + height] });
    lines.set(key, found);
    sum += confidence;
    count += 1;
  }
  const read: OcrLine[] = [...lines.values()];
  return { lines: read, confidence: count === 0 ? 0 : sum / count };
}
