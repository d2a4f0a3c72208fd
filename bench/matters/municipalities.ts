import { readFile } from 'node:fs/promises';
import { municipalitiesIn } from '../../danish/municipalities.ts';
import { type FoundCounts, NOTHING_FOUND } from './counts.ts';

/** Which municipalities judged texts name, a line each: the text, a tab, and the names, or "-". */
export async function scoreMunicipalities(): Promise<{ counts: FoundCounts; misses: readonly string[] }> {
  const list = await readFile(new URL('municipalities.tsv', import.meta.url), 'utf8');
  const counts = { ...NOTHING_FOUND };
  const misses: string[] = [];
  for (const line of list.split('\n')) {
    const [text, judged] = line.split('\t');
    if (line.startsWith('#') || !text || !judged) continue;
    const expected = judged === '-' ? [] : judged.split(', ');
    const found = municipalitiesIn(text);
    const right = found.filter((name) => expected.includes(name)).length;
    counts.right += right;
    counts.expected += expected.length;
    counts.found += found.length;
    if (right < expected.length || right < found.length)
      misses.push(`"${text}": ${expected.join(', ') || 'none'} | ${found.join(', ') || 'none'}`);
  }
  return { counts, misses };
}
