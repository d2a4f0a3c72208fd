import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SHOW = `
  import { progressDisplay } from ${JSON.stringify(join(import.meta.dirname, 'progress.ts'))};
  const source = { name: 'referat.pdf', sha256: 'a', bytes: 10, mediaType: 'application/pdf' };
  process.stderr.isTTY = process.argv.includes('terminal');
  const display = progressDisplay();
  display.onQueued(source);
  display.onPage('a', 1, 4);
  display.onSettled({ source, state: 'read', pageCount: 4, failure: null });
  display.end();
`;

/** What the display writes to stderr, where it writes all of it. */
function shown(...args: string[]): string {
  return execFileSync(
    'sh',
    ['-c', '"$0" --input-type=module -e "$1" -- "$2" 2>&1 >/dev/null', process.execPath, SHOW, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
}

describe('the progress display', () => {
  it('draws a bar for people, with every figure filled in', () => {
    const drawn = shown('terminal');
    expect(drawn).toMatch(/100% \| documents 1\/1 \| pages 4\/4 \| \d+\.\d pages\/s \| 0:00 left/);
    expect(drawn).toContain('referat.pdf');
    expect(drawn).not.toMatch(/[{}]/);
  });

  it('writes a line per document where nobody watches', () => {
    expect(shown('log')).toMatch(/^1\/1 referat\.pdf: read 4 pages \(\d+\.\d pages\/s, 0:00 left\)\n$/);
  });
});
