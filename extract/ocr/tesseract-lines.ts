import type { Block, Line } from 'tesseract.js';
import type { OcrLine, OcrResult } from '../../core/ocr-engine.ts';

/** What tesseract.js answers, as the port tells it: lines of words in tesseract's reading order. */
export function toOcrResult(blocks: readonly Block[]): OcrResult {
  const lines = blocks.flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.map((line, index) => toLine(line, index === 0))),
  );
  const words = lines.flatMap((line) => line.words).filter((word) => word.text !== '');
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  return {
    lines: lines.filter((line) => line.words.length > 0),
    confidence: words.length === 0 ? 0 : sum / words.length,
  };
}

function toLine(line: Line, startsParagraph: boolean): OcrLine {
  const words = line.words.flatMap(({ text, confidence, bbox }) => {
    const box: [number, number, number, number] = [bbox.x0, bbox.y0, bbox.x1, bbox.y1];
    return text.trim() === ''
      ? []
      : [{ text: text.trim(), confidence: Math.min(1, Math.max(0, confidence / 100)), box }];
  });
  return { words, startsParagraph };
}
