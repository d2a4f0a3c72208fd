import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { textBlocks } from './text-blocks.ts';

/** Bytes as a pipe gives them, cut wherever it likes. */
async function* piped(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const blocksOf = (bytes: Buffer, size = 65_536): Promise<string[]> =>
  Array.fromAsync(textBlocks(piped(bytes, size), 'x'));

test('correct UTF-8 comes as it stands, wherever the pipe cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...'aæøå–\r\n\f 😀'), maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      async (text, size) => {
        expect((await blocksOf(Buffer.from(text), size)).join('')).toBe(text);
      },
    ),
  );
});

test.each(['win1252', 'utf-16le', 'utf-16be'])('%s is told by its bytes', async (encoding) => {
  const text = 'Rådet drøftede økonomien på Ærø.\r\n';
  expect((await blocksOf(iconv.encode(text, encoding))).join('')).toBe(text);
});

test('a text larger than memory should hold comes in blocks that end with a page', async () => {
  const page = `${'Rådet drøftede økonomien på mødet.\n'.repeat(40)}\f`;
  const text = page.repeat(4000);
  const blocks = await blocksOf(Buffer.from(text));
  expect(blocks.join('')).toBe(text);
  expect(blocks.length).toBeGreaterThan(3);
  for (const block of blocks) {
    expect(block.length).toBeLessThanOrEqual(2_000_000);
    expect(block.endsWith('\f')).toBe(true);
  }
});

test('what is no text is refused', async () => {
  await expect(blocksOf(Buffer.from('%PDF-1.7 and more'))).rejects.toMatchObject({
    code: 'file-type-unsupported',
  });
  await expect(blocksOf(Buffer.alloc(3000, 7))).rejects.toMatchObject({ code: 'text-undecodable' });
  const late = Buffer.concat([Buffer.from('ø\n'.repeat(600_000)), Buffer.from([0xf8, 0x20])]);
  await expect(blocksOf(late)).rejects.toMatchObject({ code: 'text-undecodable' });
});
