#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import packageFacts from '../package.json' with { type: 'json' };
import { endQuietlyOnClosedPipe, report } from './failures.ts';
import { say } from './output.ts';
import { buildProgram } from './program.ts';

endQuietlyOnClosedPipe();
try {
  await buildProgram(packageFacts.version).parseAsync();
} catch (thrown) {
  process.exitCode = report(thrown, say);
}
