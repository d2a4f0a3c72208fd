import { buffer } from 'node:stream/consumers';
import { readFileBytes } from '../../ingest/register.ts';
import { printJson } from '../output.ts';

/** `kkr repair`: a text, or what comes on stdin, with its damage undone. */
export async function repair(file: string | undefined, flags: { json?: true }): Promise<void> {
  const bytes = file ? await readFileBytes(file) : await buffer(process.stdin);
  const { loadRepairer } = await import('../../extract/repair/repair.ts');
  const { text, edits } = loadRepairer().repair(textOf(bytes), null);
  if (flags.json) printJson({ text, edits });
  else process.stdout.write(text);
}

/** UTF-8, or where that cannot be, the Windows encoding that older Danish text files are in. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
