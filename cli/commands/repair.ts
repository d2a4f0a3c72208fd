import { buffer } from 'node:stream/consumers';
import { readFileBytes } from '../../ingest/register.ts';
import { printJson } from '../output.ts';

/** `kkr repair`: a text, or what comes on stdin, with its damage undone. */
export async function repair(file: string | undefined, flags: { json?: true }): Promise<void> {
  const bytes = file ? await readFileBytes(file) : await buffer(process.stdin);
  const { decodeText } = await import('../../extract/text-file/decode.ts');
  const { loadRepairer } = await import('../../extract/repair/repair.ts');
  const { text, edits } = loadRepairer().repair(decodeText(bytes), null);
  if (flags.json) printJson({ text, edits });
  else process.stdout.write(text);
}
