import type { Source } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';

/**
 * What kind of file the bytes are, whatever its name says: PDF by its mark, which
 * may follow some rubbish; plain text only where the name says so too, since any
 * bytes look like Windows-1252.
 * @throws KkrError `file-empty`, `file-type-unsupported`
 */
export function sniff(bytes: Uint8Array, name: string): Source['mediaType'] {
  if (bytes.length === 0) throw new KkrError('file-empty', 'The file is empty.');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024));
  if (head.includes('%PDF-')) return 'application/pdf';
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (ending === 'txt' || ending === 'text') return 'text/plain';
  if (ending === 'md' || ending === 'markdown') return 'text/markdown';
  if (ending === 'pdf') return 'application/pdf';
  throw new KkrError(
    'file-type-unsupported',
    `${name || 'The file'} is neither a PDF nor a .txt or .md file.`,
  );
}
