import { readFile } from 'node:fs/promises';
import { meetingReferences } from '../../archive/matter/meeting-references.ts';
import { type FoundCounts, NOTHING_FOUND } from './counts.ts';

/** In whose papers the judged sentences stand. */
const CONTEXT = { body: 'KKR Sjælland', date: '2023-06-19' } as const;

/** Which meetings judged sentences speak of, a line each: the sentence, a tab, and region and day of each, or "-". */
export async function scoreReferences(
  file: string,
): Promise<{ counts: FoundCounts; misses: readonly string[] }> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  const counts = { ...NOTHING_FOUND };
  const misses: string[] = [];
  for (const line of text.split('\n')) {
    const [sentence, judged] = line.split('\t');
    if (line.startsWith('#') || !sentence || !judged) continue;
    const expected = judged === '-' ? [] : judged.split(', ');
    const found = meetingReferences(sentence, CONTEXT).map(
      ({ body, date, month }) => `${body.replace('KKR ', '')} ${date ?? month ?? 'forrige'}`,
    );
    const right = found.filter((each) => expected.includes(each)).length;
    counts.right += right;
    counts.expected += expected.length;
    counts.found += found.length;
    if (right < expected.length || right < found.length)
      misses.push(`"${sentence}": ${expected.join(', ') || 'none'} | ${found.join(', ') || 'none'}`);
  }
  return { counts, misses };
}
