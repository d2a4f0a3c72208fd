import { spawn } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly pid: number;
  /** Resolves once its stderr matches, even if it said so before; rejects when it ends without. */
  says(wanted: RegExp): Promise<RegExpMatchArray>;
  kill(signal: NodeJS.Signals): void;
  /** Takes no more of its output, as `| head` does. */
  stopReading(): void;
  readonly ended: Promise<Run>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts the real program, as `npx kkr` or `npm start` would, with none of this machine's settings. */
export function startProgram(
  entry: 'kkr.ts' | 'start.ts',
  args: readonly string[],
  { env = {}, input = '' }: { env?: Environment; input?: string | Uint8Array } = {},
): Program {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(KKR_|VITEST|NODE_OPTIONS)/.test(name));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(CLI, entry), ...args],
    { env: { ...Object.fromEntries(inherited), ...env } },
  );
  child.stdin.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    says(wanted) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = stderr.match(wanted);
          if (match) resolve(match);
        };
        child.stderr.on('data', look);
        look();
        ended.then(({ code }) => reject(new Error(`Ended with ${code}, having said:\n${stderr}`)), reject);
      });
    },
    kill: (signal) => void child.kill(signal),
    stopReading: () => void child.stdout.destroy(),
    ended,
  };
}

/** Runs `kkr` to its end. */
export function runKkr(
  args: readonly string[],
  settings: { env?: Environment; input?: string | Uint8Array } = {},
): Promise<Run> {
  return startProgram('kkr.ts', args, settings).ended;
}
