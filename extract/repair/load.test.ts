import { expect, test } from 'vitest';
import { readModelFiles, versionOf } from './load.ts';

const files = readModelFiles();

test.each(['lexicon', 'words', 'confusions', 'english', 'unseen'] as const)(
  'the version tells of a new %s',
  (name) => {
    const changed = Uint8Array.from(files[name]);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(versionOf({ ...files, [name]: changed })).not.toBe(versionOf(files));
    expect(versionOf({ ...files, [name]: Uint8Array.from(files[name]) })).toBe(versionOf(files));
  },
);
