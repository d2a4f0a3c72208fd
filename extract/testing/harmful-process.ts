import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Order, type Report } from '../isolated/messages.ts';
import { unreadPage } from '../page-reading.ts';

/**
 * A reading process that does what the file tells it, page by page, one word a
 * page: "read", "crash", "hang", "eat" (memory), "babble" (nonsense instead of a
 * report), "leave" (die right after the answer), "name" (answer with the
 * names in its environment), "trespass" (answer with what comes of opening files of
 * others, writing one, and starting a program). Pages known from an earlier attempt are passed over, as the real one does.
 */
const EATEN: Uint8Array[] = [];

function codeOf(deed: () => unknown): string {
  try {
    deed();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

process.on('message', (message) => {
  const order = Order.parse(message);
  const deeds = Buffer.from(order.bytes).toString('utf8').split(' ');
  const known = new Map(order.known.map((reading) => [reading.number, reading]));
  const report = (what: Report): void => void process.send?.(what);
  void (async () => {
    const warnings: { code: string; message: string; page: number }[] = [];
    if (deeds.includes('leave')) {
      const last = { type: 'failed', code: 'pdf-damaged', message: '[]' } satisfies Report;
      process.send?.(last, () => process.exit(1));
      return;
    }
    if (deeds.includes('name')) {
      report({ type: 'failed', code: 'pdf-damaged', message: JSON.stringify(Object.keys(process.env)) });
      return;
    }
    if (deeds.includes('trespass')) {
      const tried = [
        () => readFileSync('/etc/passwd'),
        () => readdirSync(tmpdir()),
        () => writeFileSync(new URL('trespass.txt', import.meta.url), 'here'),
        () => spawnSync(process.execPath, ['--version']),
      ].map(codeOf);
      report({ type: 'failed', code: 'pdf-damaged', message: JSON.stringify(tried) });
      return;
    }
    for (const [index, deed] of deeds.entries()) {
      const page = index + 1;
      const before = known.get(page);
      if (before?.problem) warnings.push({ ...before.problem, page });
      if (before !== undefined) continue;
      report({ type: 'begin', page });
      // A report goes out before the deed is done.
      await new Promise((resolve) => setImmediate(resolve));
      if (deed === 'crash') process.abort();
      if (deed === 'hang') for (;;);
      if (deed === 'eat') for (;;) EATEN.push(new Uint8Array(16 * 2 ** 20).fill(1));
      if (deed === 'babble') process.send?.({ type: 'soup' });
      report({ type: 'page', reading: { ...unreadPage(page, '', ''), problem: null } });
      report({ type: 'progress', done: page, total: deeds.length });
    }
    report({
      type: 'failed',
      code: 'pdf-damaged',
      message: JSON.stringify(warnings.map(({ code, page }) => [code, page])),
    });
  })();
});

process.send?.({ type: 'ready' } satisfies Report);
