import { TextDecoder } from 'node:util';
import { KkrError } from '../core/errors.ts';
import { encodingOf, looksBinary } from '../extract/text-file/decode.ts';

/** A text is repaired whole up to this many letters, and in blocks of about so many beyond it. */
const BLOCK = 1_000_000;

/**
 * The text of a file or pipe in blocks of bounded size, cut between pages where
 * it can, else between paragraphs or lines. What is UTF-8 comes as it stands,
 * line ends and all, so that correct text can be given back byte for byte.
 * @throws KkrError `text-undecodable`, `file-type-unsupported`
 */
export async function* textBlocks(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  let head = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  let text = '';
  for await (const piece of bytes) {
    if (decoder === null) {
      head = Buffer.concat([head, piece]);
      if (head.length < BLOCK) continue;
      decoder = decoderFor(head, name);
      text = decode(decoder, head, name);
    } else text += decode(decoder, piece, name);
    while (text.length > 2 * BLOCK) {
      const end = cutBefore(text, BLOCK);
      yield text.slice(0, end);
      text = text.slice(end);
    }
  }
  if (decoder === null) {
    decoder = decoderFor(head, name);
    text = decode(decoder, head, name);
  }
  text += decode(decoder, null, name);
  if (text !== '') yield text;
}

function decoderFor(head: Buffer, name: string): TextDecoder {
  if (head.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    throw new KkrError('file-type-unsupported', `${name} is a PDF: kkr extract reads and repairs it.`);
  }
  const encoding = encodingOf(head);
  if (looksBinary(new TextDecoder(encoding).decode(head.subarray(0, 20_000), { stream: true }))) {
    throw new KkrError('text-undecodable', `${name} holds bytes that are no text.`);
  }
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

function decode(decoder: TextDecoder, bytes: Uint8Array | null, name: string): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new KkrError(
      'text-undecodable',
      `${name} begins as ${decoder.encoding} and goes on as something else.`,
      {
        cause,
      },
    );
  }
}

/** Behind the last form feed, empty line, line end or blank before `limit`, whichever there is. */
function cutBefore(text: string, limit: number): number {
  for (const mark of ['\f', '\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, limit);
    if (at > limit / 2) return at + mark.length;
  }
  return limit;
}
