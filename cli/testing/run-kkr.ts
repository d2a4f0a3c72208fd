import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Starts the real program, as `npx kkr` or `npm start` would, with none of this machine's settings. */
export function startProgram(
  entry: 'kkr.ts' | 'start.ts',
  args: readonly string[],
  env: Environment = {},
): ChildProcessWithoutNullStreams {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(KKR_|VITEST|NODE_OPTIONS)/.test(name));
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(CLI, entry), ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

/** Runs `kkr` to its end. */
export function runKkr(
  args: readonly string[],
  settings: { env?: Environment; input?: string } = {},
): Promise<Run> {
  const child = startProgram('kkr.ts', args, settings.env);
  child.stdin.end(settings.input ?? '');
  return ended(child);
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Resolves with what the program has said once that matches; rejects when it ends first. */
export function saying(child: ChildProcessWithoutNullStreams, wanted: RegExp): Promise<RegExpMatchArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const match = said.match(wanted);
      if (match) resolve(match);
    });
    child.once('close', (code) => reject(new Error(`Ended with ${code}, having said:\n${said}`)));
  });
}
