import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from '../output.ts';
import { threeWorkers } from './three-workers.ts';

/**
 * `npm run prove:workers [-- FOLDER DOCUMENT]`: three workers on a real Redis
 * read a folder once, though the one at DOCUMENT is killed on the way. Without
 * arguments they read the real documents beside this checkout.
 */
const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const [folder = CORPUS, victim = '2022-04-kkr-sjaelland-bilag-scannet.pdf'] = process.argv.slice(2);

const dataDir = mkdtempSync(join(tmpdir(), 'kkr-prove-'));
try {
  const proof = await threeWorkers([folder], dataDir, victim);
  const names = readdirSync(folder);
  const read = proof.readBy.flat().toSorted();
  proof.readBy.forEach((documents, i) => {
    print(`worker ${i + 1}: ${documents.length} documents ${documents.join(', ')}`);
  });
  print(`killed while reading: ${proof.killedWhileReading}; ${proof.seconds.toFixed(0)} s in all`);
  print(`archive: ${JSON.stringify(proof.status.documents)}`);
  const isProven =
    proof.exitCode === 0 &&
    proof.status.documents.read === names.length &&
    JSON.stringify(read) === JSON.stringify(names.toSorted());
  print(isProven ? 'Proven: every document was read, and once.' : 'NOT proven.');
  process.exitCode = isProven ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
