import { openSqliteArchive } from '../archive-store.sqlite.ts';
import { keep } from './keep.ts';
import { sampleDocument, sampleItem, samplePage } from './sample.ts';

/**
 * Another process on the same archive, started by archive-store.processes.test.ts:
 *   claim FILE WORKER SHA256…   claims what it can and prints each SHA-256 it got
 *   hold FILE WORKER SHA256     claims, says so, and then hangs until it is killed
 *   file FILE                   files two readings of one document in turns until it is killed
 */
const [task, file = '', worker = '', ...documents] = process.argv.slice(2);
const store = openSqliteArchive(file);
const LEASE = 60_000;

if (task === 'claim') {
  // All start at the same moment, on a word from the parent.
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
  for (const sha256 of documents) {
    if (await store.claim(sha256, worker, LEASE)) process.stdout.write(`${sha256}\n`);
  }
  await store.close();
}

if (task === 'hold') {
  for (const sha256 of documents) await store.claim(sha256, worker, LEASE);
  process.stdout.write('held\n');
  setInterval(() => undefined, LEASE);
}

if (task === 'file') {
  for (let round = 0; ; round += 1) {
    await keep(store, turn(round % 2 === 0 ? 'lige' : 'ulige'));
    process.stdout.write(`${round}\n`);
  }
}

function turn(word: string) {
  const count = word === 'lige' ? 120 : 80;
  return sampleDocument('skifter.pdf', {
    pages: Array.from({ length: count }, (_, at) => samplePage(at + 1, word)),
    items: Array.from({ length: count }, (_, at) => sampleItem(String(at + 1), `${word} ${at}`)),
  });
}
