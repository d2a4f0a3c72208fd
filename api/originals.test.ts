import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposition, rangeOf } from './originals.ts';
import { archiveWithholding, ORIGINAL } from './testing/doubles.ts';
import { DECIDED } from './testing/fictional.ts';
import { BROKEN, BUNDLE, MEETING, MINUTES, NOTE } from './testing/fictional-sources.ts';
import { testServer } from './testing/server.ts';
import { documentUrl, itemUrl, meetingUrl } from './urls.ts';

async function get(sha256: string, headers: Record<string, string> = {}) {
  const { app } = await testServer();
  return app.inject({ url: `/originals/${sha256}`, headers });
}

describe('GET /originals/:sha256', () => {
  it('gives the bytes as received, with their type and name', async () => {
    const answer = await get(BUNDLE.sha256);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(Buffer.from(ORIGINAL));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        `inline; filename="2031-03-12-bilag _______.pdf"; filename*=UTF-8''2031-03-12-bilag%20%22%C3%A6%C3%B8%C3%A5%22.pdf`.replace(
          '_______',
          '_____',
        ),
      'accept-ranges': 'bytes',
      etag: `"${BUNDLE.sha256}"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('names the charset of a text only where it is certain', async () => {
    expect((await get(NOTE.sha256)).headers['content-type']).toBe('text/plain; charset=utf-8');
    const { app } = await testServer({ blobs: { get: async () => Uint8Array.of(0xe6, 0xf8, 0xe5) } });
    const old = await app.inject(`/originals/${NOTE.sha256}`);
    expect(old.headers['content-type']).toBe('text/plain');
  });

  it.each([
    ['bytes=0-3', '%PDF', 'bytes 0-3/19'],
    ['bytes=9-', '0123456789', 'bytes 9-18/19'],
    ['bytes=-4', '6789', 'bytes 15-18/19'],
    ['bytes=17-99', '89', 'bytes 17-18/19'],
  ])('gives the part %s', async (range, text, contentRange) => {
    const answer = await get(MINUTES.sha256, { range });
    expect(answer.statusCode).toBe(206);
    expect(answer.body).toBe(text);
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.headers['content-length']).toBe(String(text.length));
  });

  it('refuses a part beyond the end', async () => {
    const answer = await get(MINUTES.sha256, { range: 'bytes=19-' });
    expect(answer.statusCode).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */19');
  });

  it('gives the whole where the part belongs to other bytes', async () => {
    const answer = await get(MINUTES.sha256, { range: 'bytes=0-3', 'if-range': '"older"' });
    expect(answer.statusCode).toBe(200);
  });

  it('sends nothing to who has it', async () => {
    const answer = await get(MINUTES.sha256, { 'if-none-match': `"${MINUTES.sha256}"` });
    expect(answer.statusCode).toBe(304);
    expect(answer.body).toBe('');
  });

  it('refuses what holds closed items, whole and in part, and pages say why instead of leading there', async () => {
    const archive = archiveWithholding(MINUTES.sha256);
    const { app } = await testServer({ archive });
    for (const headers of [{}, { range: 'bytes=0-3' }, { 'if-none-match': `"${MINUTES.sha256}"` }]) {
      const answer = await app.inject({ url: `/originals/${MINUTES.sha256}`, headers });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('withheld');
      expect(answer.body).not.toContain('%PDF');
    }
    expect((await app.inject(`/originals/${BUNDLE.sha256}`)).statusCode).toBe(200);
    for (const url of [documentUrl(MINUTES.sha256), itemUrl(DECIDED.id), meetingUrl(MEETING), '/?q=færger']) {
      const { body, statusCode } = await app.inject(encodeURI(url));
      expect(statusCode).toBe(200);
      expect(body).not.toContain(`/originals/${MINUTES.sha256}`);
      expect(body).toContain('rummer lukkede punkter');
    }
  });

  it('refuses what was not read, as nobody knows what it closes, and offers no link to it', async () => {
    const answer = await get(BROKEN.sha256);
    expect(answer.statusCode).toBe(403);
    const { app } = await testServer();
    const { body } = await app.inject(documentUrl(BROKEN.sha256));
    expect(body).not.toContain('/originals/');
    expect(body).toContain('originalen vises først, når den er læst');
  });

  it('answers 404 where there are no bytes', async () => {
    expect((await get('f'.repeat(64))).statusCode).toBe(404);
    const { app } = await testServer({ blobs: { get: async () => null } });
    expect((await app.inject(`/originals/${MINUTES.sha256}`)).statusCode).toBe(404);
  });

  it.each(['abc', '..%2f..%2fetc%2fpasswd', 'A'.repeat(64)])(
    'answers 400 to what is no name: %s',
    async (name) => {
      expect((await get(name)).statusCode).toBe(400);
    },
  );
});

describe('rangeOf', () => {
  it('never leaves the bytes', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(50),
        fc.option(fc.nat(60)),
        fc.option(fc.nat(60)),
        (noise, size, from, to) => {
          for (const range of [noise, `bytes=${from ?? ''}-${to ?? ''}`]) {
            const found = rangeOf({ range }, size, '"tag"');
            if (typeof found === 'string') continue;
            expect(found[0]).toBeGreaterThanOrEqual(0);
            expect(found[0]).toBeLessThanOrEqual(found[1]);
            expect(found[1]).toBeLessThan(size);
          }
        },
      ),
    );
  });
});

describe('disposition', () => {
  it('is one safe header line that keeps the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = disposition(name);
        expect(header).toMatch(
          /^inline; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w%.!~*-]*$/,
        );
        const encoded = /UTF-8''(.*)$/.exec(header)?.[1] ?? '';
        expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
      }),
    );
  });
});
