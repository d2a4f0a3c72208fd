import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTongueCounter } from '../../danish/tongue.ts';
import { LONG_TEXTS } from './foreign.ts';
import { htmlParagraphs } from './html-paragraphs.ts';

/**
 * `npm run bench:repair:texts -- DIR`: fetches clean text in the neighbours'
 * languages from Debian's packages, for `npm run bench:repair -- --texts DIR`.
 * Nothing of it is installed or kept in the repository. Needs apt-get, dpkg-deb
 * and the network.
 */
const WORDS = 20_000;

const folder = process.argv[2];
if (!folder) throw new Error('Usage: npm run bench:repair:texts -- DIR');
mkdirSync(folder, { recursive: true });
for (const { language, tongue, source, pages } of LONG_TEXTS) {
  const work = mkdtempSync(join(tmpdir(), 'kkr-texts-'));
  try {
    execFileSync('apt-get', ['download', source], { cwd: work, stdio: 'ignore' });
    const [deb] = readdirSync(work);
    execFileSync('dpkg-deb', ['-x', join(work, deb ?? ''), work]);
    const paragraphs = new Set<string>();
    let words = 0;
    for (const name of readdirSync(join(work, pages)).sort()) {
      if (!name.endsWith('.html') || words >= WORDS) continue;
      for (const text of htmlParagraphs(readFileSync(join(work, pages, name), 'utf8'))) {
        const length = text.split(' ').length;
        if (length < 5 || words >= WORDS || paragraphs.has(text)) continue;
        // Manuals are translated in part: only what is clearly in the language counts.
        const counter = createTongueCounter();
        for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) counter.add(word);
        if (counter.best() !== tongue) continue;
        paragraphs.add(text);
        words += length;
      }
    }
    writeFileSync(join(folder, `${language}.txt`), `${[...paragraphs].join('\n\n')}\n`);
    console.log(`${language}: ${words} words of ${source}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
