import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The tools of Debian that our reading is held against. */

export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What `tesseract -l dan` reads from an image file, in one thread, as our engine reads in one. */
function nativeOcr(image: string): string {
  return execFileSync('tesseract', [image, '-', '-l', 'dan'], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 2 ** 20,
  }).toString('utf8');
}

/** `pdftotext -layout`, page by page. */
export function pdftotext(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 256 * 2 ** 20 }).toString(
      'utf8',
    );
    return text.split('\f').slice(0, -1);
  });
}

/** The pages of a PDF as native tesseract reads them: scanned images as they are, other pages drawn at 300 dpi. */
export function nativePages(pdf: Uint8Array, scanned: boolean): string[] {
  return inFolder((folder) => {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    if (scanned) execFileSync('pdfimages', ['-png', file, join(folder, 'page')]);
    else execFileSync('pdftoppm', ['-r', '300', '-gray', '-png', file, join(folder, 'page')]);
    return filesIn(folder).map(nativeOcr);
  });
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return names.sort().map((name) => join(folder, name));
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kkr-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
