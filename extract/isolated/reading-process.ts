import { toKkrError } from '../../core/errors.ts';
import { loadTools } from '../open.ts';
import { readDocument } from '../read-document.ts';
import { Order, type Report } from './messages.ts';

/**
 * The process that reads documents for `document-reader.isolated.ts`. Whatever
 * goes wrong in here, only this process ends.
 */
const tools = loadTools(process.argv[2] === 'none' ? 'none' : 'tesseract');

function report(message: Report): void {
  process.send?.(message);
}

async function carryOut(message: unknown): Promise<void> {
  try {
    const { bytes, name, known, taught } = Order.parse(message);
    const document = await readDocument(bytes, name, tools.taughtBy(taught ?? null), {
      known: new Map(known.map((reading) => [reading.number, reading])),
      onBegin: (page) => report({ type: 'begin', page }),
      onPage: (reading) => report({ type: 'page', reading }),
      onFinished: (page) => report({ type: 'finished', page }),
      onProgress: (done, total) => report({ type: 'progress', done, total }),
    });
    report({ type: 'document', document });
  } catch (thrown) {
    const { code, message: text } = toKkrError(thrown);
    report({ type: 'failed', code, message: text });
  }
}

process.on('message', (message) => void carryOut(message));
// pdf.js gives up on broken objects in promises that nobody waits for any more; the page has its answer.
process.on('unhandledRejection', () => undefined);
// The parent is gone: nobody waits for an answer any more.
process.on('disconnect', () => process.exit(0));
report({ type: 'ready' });
