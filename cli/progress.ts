import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import type { DocumentSummary } from '../core/archive-store.ts';
import type { Source } from '../core/document.ts';
import type { ReadingWatcher } from '../ingest/read-all.ts';
import { count, say } from './output.ts';
import { ReadingPace } from './reading-pace.ts';

/** Shows how far a reading has come, on stderr. */
export interface ProgressDisplay extends ReadingWatcher {
  end(): void;
}

export function progressDisplay(): ProgressDisplay {
  return process.stderr.isTTY ? bar() : lines();
}

/** One line that changes, for people. */
function bar(): ProgressDisplay {
  const pace = new ReadingPace();
  const display = new cliProgress.SingleBar({
    stream: process.stderr,
    format:
      '{bar} {percentage}% | documents {documents} | pages {pages} | {speed} pages/s | {left} left | {current}',
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    gracefulExit: false,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
  });
  let current = '';
  let begun = false;
  const names = new Map<string, string>();
  const draw = () => {
    const now = pace.now();
    const payload = {
      documents: `${now.documentsDone}/${now.documents}`,
      pages: `${now.pagesDone}/${now.pages}${now.isEstimate ? '?' : ''}`,
      speed: now.pagesPerSecond.toFixed(1),
      left: duration(now.secondsLeft),
      current,
    };
    if (!begun) display.start(100, 0, payload);
    begun = true;
    display.update(Math.floor(now.share * 100), payload);
  };
  return {
    onQueued(source) {
      pace.queued(source.sha256, source.bytes);
      names.set(source.sha256, source.name);
      draw();
    },
    onPage(sha256, done, total) {
      pace.page(sha256, done, total);
      current = names.get(sha256) ?? '';
      draw();
    },
    onSettled(document) {
      pace.settled(document.source.sha256, document.pageCount);
      draw();
    },
    end: () => display.stop(),
  };
}

/** A line per document, for logs and pipes. */
function lines(): ProgressDisplay {
  const pace = new ReadingPace();
  return {
    onQueued: (source: Source) => pace.queued(source.sha256, source.bytes),
    onPage: (sha256, done, total) => pace.page(sha256, done, total),
    onSettled(document: DocumentSummary) {
      pace.settled(document.source.sha256, document.pageCount);
      const now = pace.now();
      const what =
        document.state === 'read'
          ? `read ${count(document.pageCount, 'page')}`
          : `failed (${document.failure?.code ?? 'internal'})`;
      const left = now.secondsLeft === null ? '' : `, ${duration(now.secondsLeft)} left`;
      say(
        `${now.documentsDone}/${now.documents} ${basename(document.source.name)}: ${what} (${now.pagesPerSecond.toFixed(1)} pages/s${left})`,
      );
    },
    end: () => {},
  };
}

/** "3:07", "1:02:45", or "?" where nothing can be said yet. */
export function duration(seconds: number | null): string {
  if (seconds === null) return '?';
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
