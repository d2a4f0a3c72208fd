import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MODULE = JSON.stringify(new URL('./wasm-inlining.ts', import.meta.url).href);

/** A process of its own, as flags hold for all that a process compiles later. */
function tell(version: string): { status: number | null; stderr: string; stdout: string } {
  const script = `
    const { inlineWasmCalls } = await import(${MODULE});
    inlineWasmCalls(${version});
    const { instance } = await WebAssembly.instantiate(Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 6, 1, 4, 0, 65, 7, 11));
    console.log(instance.exports.f());`;
  const node = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  return spawnSync(process.execPath, node, { encoding: 'utf8' });
}

test.each([
  ['the V8 that runs', 'process.versions.v8'],
  ['one that does so by itself', '"14.1.146.11"'],
])('%s takes what it is told without a word', (_, version) => {
  expect(tell(version)).toMatchObject({ status: 0, stderr: '', stdout: '7\n' });
});
