import { CommanderError } from 'commander';
import { KkrError, toKkrError } from '../core/errors.ts';

/** 0: done. 1: it failed, or a document did. 2: the command was not understood. 130: stopped by Ctrl-C. */
export const EXIT = { done: 0, failed: 1, usage: 2, stopped: 130 } as const;

/** A command that ends with another code than 0 and has said why itself. */
export class ExitWith extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** Says what went wrong in one line on stderr and returns the exit code. */
export function report(thrown: unknown, say: (line: string) => void): number {
  if (thrown instanceof ExitWith) return thrown.code;
  // Commander has written its line (or its help) by now.
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
  const error = toKkrError(thrown);
  say(`kkr: ${error.code}: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}`);
  if (error.code === 'internal' && error.cause instanceof Error && process.env.KKR_DEBUG) {
    say(error.cause.stack ?? '');
  }
  return error.code === 'config-invalid' || error.code === 'query-invalid' ? EXIT.usage : EXIT.failed;
}

/** A reader of our output that goes away (`kkr search … | head`) is no failure. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.done);
      throw error;
    });
  }
}

export function notFound(id: string): KkrError {
  return new KkrError('not-found', `Nothing in this archive has the id ${id}.`);
}
