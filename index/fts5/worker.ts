import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { failureOf } from './failure.ts';
import { Preparer } from './prepare.ts';
import { ReadSide } from './read-side.ts';
import type { ThreadCall, ThreadCalls, ThreadRequest } from './thread.ts';
import { WriteSide } from './write-side.ts';

/** The inside of a thread of thread.ts. */
const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
const analyser = new Analyser(loadLexicon());
const reading = new ReadSide(dataDir, analyser);
const writing = new WriteSide(dataDir, analyser);
const preparer = new Preparer(analyser);

type Handlers = {
  [C in ThreadCall]: (input: ThreadCalls[C]['in']) => ThreadCalls[C]['out'] | Promise<ThreadCalls[C]['out']>;
};

const handlers: Handlers = {
  search: (query) => reading.search(query),
  size: () => reading.size(),
  replace: ({ document, records }) => {
    writing.replace(document, records);
    return null;
  },
  startRebuild: () => {
    writing.startRebuild();
    return null;
  },
  prepare: (records) => records.map((record) => preparer.prepare(record)),
  addToRebuild: (records) => {
    writing.addToRebuild(records);
    return null;
  },
  finishRebuild: () => {
    writing.finishRebuild();
    return null;
  },
  abandonRebuild: () => {
    writing.abandonRebuild();
    return null;
  },
  close: () => {
    reading.close();
    writing.close();
    return null;
  },
};

let queue: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: ThreadRequest) => {
  queue = queue.then(() => answer(request));
});

async function answer({ number, call, input }: ThreadRequest): Promise<void> {
  try {
    parentPort?.postMessage({ number, output: await handlers[call](input) });
  } catch (error) {
    const { code, message } = failureOf(error);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ number, failure: { code, message, reason } });
  }
}
