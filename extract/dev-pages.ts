import { readFileSync } from 'node:fs';
import { loadLexicon } from '../danish/lexicon.ts';
import { readPages } from './read-pages.ts';

const [file = '', from = '1', to = from] = process.argv.slice(2);
const lexicon = loadLexicon();
const pages = await readPages(readFileSync(file), (word) => lexicon.knows(word));
for (const page of pages) {
  if (page.number < Number(from) || page.number > Number(to)) continue;
  console.log(`=== ${page.number} (${page.size})`);
  for (const line of page.lines)
    console.log(
      `${line.role.slice(0, 5).padEnd(6)}${line.bold ? 'B' : ' '}${String(line.size).padStart(5)} ${line.start ?? '-'}\t| ${line.text}`,
    );
}
