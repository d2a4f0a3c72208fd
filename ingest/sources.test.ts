import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from './sources.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kkr-sources-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function touch(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), name);
  }
}

async function found(...paths: string[]): Promise<{ names: string[]; problems: string[] }> {
  const names: string[] = [];
  const problems: string[] = [];
  const wanted = paths.length > 0 ? paths.map((path) => join(root, path)) : [root];
  for await (const file of findFiles(wanted, (path, problem) =>
    problems.push(`${relative(root, path)} ${problem.code}`),
  )) {
    names.push(relative(root, file.path));
  }
  return { names, problems };
}

describe('findFiles', () => {
  it('finds readable files to any depth, sorted, whatever the case of their ending', async () => {
    touch('b.PDF', 'a.txt', '2024/juni/referat.pdf', '2022/dagsorden.md', 'billede.png', 'uden-endelse');
    expect(await found()).toEqual({
      names: ['2022/dagsorden.md', '2024/juni/referat.pdf', 'a.txt', 'b.PDF'],
      problems: [],
    });
  });

  it('passes hidden files and folders over', async () => {
    touch('.skjult.pdf', '.git/objekt.pdf', 'synlig.pdf', '._synlig.pdf');
    expect((await found()).names).toEqual(['synlig.pdf']);
  });

  it('takes a file that is named outright, whatever its ending', async () => {
    touch('referat.PDF.bak', '.skjult.pdf');
    expect((await found('.skjult.pdf', 'referat.PDF.bak')).names).toEqual(['.skjult.pdf', 'referat.PDF.bak']);
  });

  it('enters a folder once, though links lead back to it', async () => {
    touch('2024/referat.pdf');
    symlinkSync(root, join(root, '2024', 'hjem'));
    symlinkSync(join(root, '2024'), join(root, 'igen'));
    expect((await found()).names).toEqual(['2024/referat.pdf']);
  });

  it('follows links to files and folders outside, and passes over those that lead nowhere', async () => {
    touch('udenfor/andet.pdf', 'udenfor/enkelt.pdf', 'inde/her.pdf');
    symlinkSync(join(root, 'udenfor'), join(root, 'inde', 'mappe'));
    symlinkSync(join(root, 'udenfor', 'enkelt.pdf'), join(root, 'inde', 'fil.pdf'));
    symlinkSync(join(root, 'intet.pdf'), join(root, 'inde', 'tom.pdf'));
    expect(await found('inde')).toEqual({
      names: ['inde/fil.pdf', 'inde/her.pdf', 'inde/mappe/andet.pdf', 'inde/mappe/enkelt.pdf'],
      problems: [],
    });
  });

  it('tells of a path that is not there and goes on with the next', async () => {
    touch('her.pdf');
    expect(await found('borte', 'her.pdf')).toEqual({
      names: ['her.pdf'],
      problems: ['borte file-unreadable'],
    });
  });
});
