import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';

/**
 * Damage of the first kind made afresh: a page is set in a font, rendered as a
 * scanner of that resolution would give it, and read by Tesseract as English.
 */
export interface Print {
  readonly font: string;
  /** Type size in points. */
  readonly size: number;
  readonly dpi: number;
}

const FONTS = [
  'Liberation Sans',
  'Carlito',
  'Liberation Serif',
  'Noto Sans',
  'Caladea',
  'DejaVu Sans',
  'Noto Serif',
  'Liberation Sans Narrow',
];
const SIZES = [11, 10, 12];
const RESOLUTIONS = [200, 300, 150];

/** The n-th page's print, so that fonts, sizes and resolutions take turns. */
export function printFor(page: number): Print {
  const pick = <T>(list: readonly T[], at: number, otherwise: T): T => list[at % list.length] ?? otherwise;
  return {
    font: pick(FONTS, page, 'Liberation Sans'),
    size: pick(SIZES, page, 11),
    dpi: pick(RESOLUTIONS, Math.floor(page / 2), 200),
  };
}

const MARGIN_INCHES = 0.9;
const PAGE_INCHES = { width: 8.27, height: 11.69 };

/** Lines of a page as `print` would break them, and the image. */
export function renderPage(text: string, print: Print): Buffer {
  const { width, height } = PAGE_INCHES;
  const canvas = createCanvas(Math.round(width * print.dpi), Math.round(height * print.dpi));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  const pixels = (print.size / 72) * print.dpi;
  context.font = `${pixels}px "${print.font}"`;
  const left = MARGIN_INCHES * print.dpi;
  const room = canvas.width - 2 * left;
  let y = left;
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of [...paragraph.split(/\s+/), null]) {
      const longer = line === '' ? (word ?? '') : `${line} ${word}`;
      if (word !== null && context.measureText(longer).width <= room) {
        line = longer;
        continue;
      }
      context.fillText(line, left, y);
      y += pixels * 1.35;
      line = word ?? '';
    }
  }
  return canvas.toBuffer('image/png');
}

/** Cuts a text into pages that `renderPage` has room for, at the ends of paragraphs where it can. */
export function cutPages(text: string, words = 330): string[] {
  const pages: string[] = [];
  let page: string[] = [];
  let count = 0;
  for (const paragraph of text.split(/\n+/)) {
    const length = paragraph.split(/\s+/).filter(Boolean).length;
    if (length === 0) continue;
    if (count > 0 && (count + length > words || page.length >= 32)) {
      pages.push(page.join('\n'));
      page = [];
      count = 0;
    }
    page.push(paragraph);
    count += length;
  }
  if (page.length > 0) pages.push(page.join('\n'));
  return pages;
}

/** Reads an image as English; what was read once is kept in `cache`. */
export async function readAsEnglish(image: Buffer, dpi: number, cache: string): Promise<string> {
  const name = createHash('sha256').update(image).update(`eng ${dpi}`).digest('hex').slice(0, 24);
  const file = join(cache, `${name}.txt`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return kept;
  const text = await tesseract(image, dpi);
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
  return text;
}

function tesseract(image: Buffer, dpi: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', ['stdin', 'stdout', '-l', 'eng', '--psm', '6', '--dpi', String(dpi)], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => output.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8').replaceAll('\f', ''));
      else reject(new Error(`tesseract ended with ${code}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(image);
  });
}
