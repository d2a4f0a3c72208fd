import { isUtf8 } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { readFileBytes } from '../../ingest/register.ts';
import { printJson } from '../output.ts';

/** `kkr repair`: a text, or what comes on stdin, with its damage undone. */
export async function repair(file: string | undefined, flags: { json?: true }): Promise<void> {
  const bytes = file ? await readFileBytes(file) : await buffer(process.stdin);
  const { decodeText } = await import('../../extract/text-file/decode.ts');
  const { loadRepairer } = await import('../../extract/repair/repair.ts');
  const { repairPages } = await import('../../extract/repair/pages.ts');
  const { text, edits } = repairPages(textOf(bytes, decodeText), loadRepairer());
  if (flags.json) printJson({ text, edits });
  else process.stdout.write(text);
}

/** What is UTF-8 is taken as it stands, line ends and all, so that correct text comes back byte for byte. */
function textOf(bytes: Uint8Array, decodeText: (bytes: Uint8Array) => string): string {
  return isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : decodeText(bytes);
}
