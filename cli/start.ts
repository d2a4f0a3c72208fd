import { KkrError } from '../core/errors.ts';
import { ingestWithProgress, summaryText } from './commands/ingest.ts';
import { serve } from './commands/serve.ts';
import type { House } from './compose.ts';
import { endQuietlyOnClosedPipe, report } from './failures.ts';
import { FIXTURES, fictionalDocuments } from './fictional.ts';
import { say } from './output.ts';
import { withHouse } from './session.ts';

/**
 * `npm start [-- PATH…]`: an archive to look at with one command. Without a path
 * an empty archive is filled with the fictional meetings of `fixtures/`.
 */
endQuietlyOnClosedPipe();
try {
  const paths = process.argv.slice(2);
  const flag = paths.find((path) => path.startsWith('-'));
  if (flag) {
    throw new KkrError(
      'config-invalid',
      `npm start takes files and folders, not ${flag}; see npx kkr --help.`,
    );
  }
  await withHouse({}, async (house) => {
    const { documents } = await (await house.archive()).status();
    const isEmpty = Object.values(documents).every((number) => number === 0);
    const isUnfinished = documents.waiting + documents.reading > 0;
    const toRead = paths.length === 0 && isEmpty ? [FIXTURES] : paths;
    if (toRead.length > 0 || isUnfinished) {
      say(
        `Reading ${toRead.join(', ') || 'what an earlier start left unread'} into ${house.config.dataDir}.`,
      );
      say(summaryText(await ingestWithProgress(house, toRead)));
    }
    if (paths.length > 0 && (await holdsFictional(house))) {
      say(
        `${house.config.dataDir} holds the fictional examples too; delete the folder and start again to be without them.`,
      );
    }
    await serve(house);
  });
} catch (thrown) {
  process.exitCode = report(thrown, say);
}

async function holdsFictional(house: House): Promise<boolean> {
  const archive = await house.archive();
  const known = [...(await fictionalDocuments())].map((sha256) => archive.document(sha256));
  return (await Promise.all(known)).some((document) => document !== null);
}
