import { setFlagsFromString } from 'node:v8';

/**
 * The neural network calls small functions through tables for every value it reads or
 * writes. V8 puts such calls into their callers by itself from version 13.7 on (Chrome
 * 137); the V8 of Node 24 (13.6) can, but waits to be told, and stops early. Told so, it
 * reads a page in 6 % less time.
 */
const INLINING = [
  '--wasm-inlining-call-indirect',
  '--wasm-inlining-max-size=5000',
  '--wasm-inlining-budget=50000',
  '--wasm-inlining-factor=20',
] as const;

/** Only a V8 that has these flags is told, as others complain aloud of what they do not know. */
const KNOWS_THEM = /^13\.6\./u;

/** Holds for all WebAssembly that this process compiles from now on. */
export function inlineWasmCalls(version: string = process.versions.v8): void {
  if (!KNOWS_THEM.test(version)) return;
  for (const flag of INLINING) setFlagsFromString(flag);
}
