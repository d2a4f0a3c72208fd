import iconv from 'iconv-lite';
import { KkrError } from '../../core/errors.ts';

/**
 * The text of a plain text file, whatever encoding it was saved in: UTF-8, UTF-16
 * by its mark or by its zero bytes, else Windows-1252, in which every Danish
 * program of the nineties and later wrote.
 * @throws KkrError `text-undecodable` where the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, encodingOf(buffer)).replace(/\r\n?/gu, '\n');
  if (looksBinary(text)) {
    throw new KkrError(
      'text-undecodable',
      'The file holds bytes that are no text in UTF-8, UTF-16 or Windows-1252.',
    );
  }
  return text;
}

/** What a text was saved in, told by its first bytes: 'utf-8', 'utf-16le', 'utf-16be' or 'windows-1252'. */
export function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  // Latin letters in UTF-16 have a zero in every other byte.
  if ((zeros[1] ?? 0) > 0.3 * head.length) return 'utf-16le';
  if ((zeros[0] ?? 0) > 0.3 * head.length) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A part of a file may end inside a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export function looksBinary(text: string): boolean {
  const head = text.slice(0, 20_000);
  const odd = head.match(/(?!\s)\p{Cc}|\ufffd/gu)?.length ?? 0;
  return odd > 0.02 * head.length;
}
