import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createIsolatedReader } from './document-reader.isolated.ts';

const HARMFUL = fileURLToPath(new URL('./testing/harmful-process.ts', import.meta.url));
const MIB = 2 ** 20;

describe('what a page does to its reader', () => {
  const limits = { silenceMs: 2500, memoryBytes: 400 * MIB };
  const reader = createIsolatedReader({ ocr: 'none', workers: 2, limits, program: HARMFUL });
  afterAll(() => reader.close());
  /** The double ends with a refusal whose message lists the pages that were given up. */
  const given = (deeds: string) =>
    reader.read(Buffer.from(deeds), 'x.pdf').then(
      () => null,
      (error: { code: string; message: string }) =>
        error.code === 'pdf-damaged' ? JSON.parse(error.message) : error.code,
    );

  test('nothing where all pages read well', async () => {
    expect(await given('read read')).toEqual([]);
  });

  test.each([
    ['crash', 'read-crashed'],
    ['hang', 'read-timeout'],
    ['eat', 'read-out-of-memory'],
    ['babble', 'read-crashed'],
  ])('a page that makes it %s is given up, and the rest is read', async (deed, code) => {
    expect(await given(`read ${deed} read`)).toEqual([[code, 2]]);
  });

  test('it opens no file of others, writes none and starts no program', async () => {
    expect(await given('trespass')).toEqual(Array.from({ length: 4 }, () => 'ERR_ACCESS_DENIED'));
  });

  test('a document of which every page kills is refused', async () => {
    expect(await given('crash crash crash crash crash')).toBe('read-crashed');
  });

  test('documents beside a harmful one are read', async () => {
    expect(await Promise.all([given('hang'), given('read'), given('crash'), given('read read')])).toEqual([
      [['read-timeout', 1]],
      [],
      [['read-crashed', 1]],
      [],
    ]);
  });

  test('a process that dies after its answer harms no later document', async () => {
    const alone = createIsolatedReader({ ocr: 'none', workers: 1, limits, program: HARMFUL });
    const messages: string[] = [];
    for (const deeds of ['leave', 'read', 'leave', 'read']) {
      await alone.read(Buffer.from(deeds), 'x.pdf').catch((error: Error) => messages.push(error.message));
    }
    await alone.close();
    expect(messages).toEqual(['[]', '[]', '[]', '[]']);
  });

  test('no password in the environment reaches it', async () => {
    vi.stubEnv('MEILI_KEY', 'secret');
    const own = createIsolatedReader({ ocr: 'none', workers: 1, program: HARMFUL });
    const error: unknown = await own.read(Buffer.from('name'), 'x.pdf').catch((thrown: unknown) => thrown);
    await own.close();
    vi.unstubAllEnvs();
    const names: unknown = error instanceof Error ? JSON.parse(error.message) : null;
    expect(names).toContain('PATH');
    expect(names).not.toContain('MEILI_KEY');
  });

  test('closing ends what runs and what waits', async () => {
    const own = createIsolatedReader({ ocr: 'none', workers: 1, program: HARMFUL });
    const reads = Promise.allSettled([
      own.read(Buffer.from('hang'), 'a.pdf'),
      own.read(Buffer.from('read'), 'b.pdf'),
    ]);
    await own.close();
    expect((await reads).map((read) => read.status === 'rejected' && read.reason.code)).toEqual([
      'read-crashed',
      'read-crashed',
    ]);
    await expect(own.read(Buffer.from('read'), 'c.pdf')).rejects.toMatchObject({ code: 'read-crashed' });
  });
});

describe('the real process', () => {
  const reader = createIsolatedReader({ ocr: 'none', workers: 1 });
  afterAll(() => reader.close());

  test.each([
    ['', 'a.pdf', 'file-empty'],
    ['%PDF-1.7 and nothing else', 'a.pdf', 'pdf-damaged'],
    ['no PDF', 'a.pdf', 'pdf-damaged'],
    ['no PDF', 'a.docx', 'file-type-unsupported'],
  ])('%j named %s is refused with %s', async (content, name, code) => {
    await expect(reader.read(Buffer.from(content), name)).rejects.toMatchObject({ code });
  });

  test('reads on after refusals, and tells how far it is', async () => {
    const progress: [number, number][] = [];
    const text = 'Referat af møde i KKR Sjælland den 19. juni 2024\fPunkt 1. Godkendelse af dagsorden';
    const document = await reader.read(Buffer.from(text), 'referat.txt', (done, total) =>
      progress.push([done, total]),
    );
    expect(document.pages.map((page) => page.text)).toEqual(text.split('\f'));
    expect(document.source).toMatchObject({ name: 'referat.txt', mediaType: 'text/plain' });
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
