import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { Repair } from '../../core/document.ts';
import { KkrError } from '../../core/errors.ts';
import type { Language } from '../../core/vocabulary.ts';
import type { PagesRepaired } from '../../extract/repair/pages.ts';
import { readFileBytes } from '../../ingest/register.ts';
import { unreadable } from '../../ingest/sources.ts';
import { EXIT, ExitWith, report } from '../failures.ts';
import { printJson, say } from '../output.ts';
import { textBlocks } from '../text-blocks.ts';

interface RepairFlags {
  readonly edits?: true;
  readonly doubtful?: true;
  readonly json?: true;
  readonly undo?: string;
  readonly language?: Language;
}

/** `kkr repair`: texts, or what comes on stdin, with their damage undone. */
export async function repair(files: readonly string[], flags: RepairFlags): Promise<void> {
  if (flags.undo !== undefined) return undo(flags.undo);
  const { loadRepairer } = await import('../../extract/repair/repair.ts');
  const { repairPages } = await import('../../extract/repair/pages.ts');
  const repairer = loadRepairer();
  let failed = false;
  if (flags.edits) await write('file\tline\tstart\tend\tbefore\tafter\trule\tconfidence\n');
  if (flags.doubtful) await write('file\tline\tstart\tend\tword\n');
  for (const file of files.length > 0 ? files : ['-']) {
    try {
      const name = file === '-' ? 'stdin' : file;
      const whole: Whole = { text: '', edits: [], doubtful: [] };
      const place = { before: 0, after: 0, lineBefore: 1, lineAfter: 1 };
      for await (const block of textBlocks(bytesOf(file), name)) {
        const repaired = repairPages(block, repairer, flags.language ?? null);
        if (flags.json) add(whole, repaired, place);
        else if (flags.edits) await write(editLines(name, block, repaired, place));
        else if (flags.doubtful) await write(doubtfulLines(name, repaired, place));
        else await write(repaired.text);
        place.before += block.length;
        place.after += repaired.text.length;
        place.lineBefore += linesIn(block);
        place.lineAfter += linesIn(repaired.text);
      }
      if (flags.json)
        printJson({ ...(file === '-' ? {} : { file }), ...whole, repairedBy: repairer.version });
    } catch (thrown) {
      // The files before and after it are none the worse.
      report(thrown, say);
      failed = true;
    }
  }
  if (failed) throw new ExitWith(EXIT.failed);
}

interface Whole {
  text: string;
  readonly edits: Repair[];
  readonly doubtful: [number, number][];
}

/** Where a block stands in its text: offsets and lines of the text given, and of the one returned. */
interface Place {
  readonly before: number;
  readonly after: number;
  readonly lineBefore: number;
  readonly lineAfter: number;
}

function add(whole: Whole, { text, edits, doubtful }: PagesRepaired, place: Place): void {
  whole.text += text;
  for (const edit of edits) {
    whole.edits.push({ ...edit, start: edit.start + place.before, end: edit.end + place.before });
  }
  for (const [start, end] of doubtful) whole.doubtful.push([start + place.after, end + place.after]);
}

function editLines(name: string, block: string, { edits }: PagesRepaired, place: Place): string {
  const lineOf = lineCounter(block, place.lineBefore);
  return edits
    .map(({ start, end, before, after, rule, confidence }) => [
      ...[name, lineOf(start), start + place.before, end + place.before],
      ...[visible(before), visible(after), rule, confidence],
    ])
    .map((row) => `${row.join('\t')}\n`)
    .join('');
}

function doubtfulLines(name: string, { text, doubtful }: PagesRepaired, place: Place): string {
  const lineOf = lineCounter(text, place.lineAfter);
  return doubtful
    .map(([start, end]) => [
      ...[name, lineOf(start), start + place.after, end + place.after],
      visible(text.slice(start, end)),
    ])
    .map((row) => `${row.join('\t')}\n`)
    .join('');
}

/** Answers with the line of one offset after another, ascending. */
function lineCounter(text: string, first: number): (offset: number) => number {
  let [line, at] = [first, 0];
  return (offset) => {
    line += linesIn(text.slice(at, offset));
    at = offset;
    return line;
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** One row stays one line, and a column one column. */
function visible(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\t': '\\t',
    '\n': '\\n',
    '\r': '\\r',
    '\f': '\\f',
    '\\': '\\\\',
  };
  return text.replaceAll(/[\t\n\r\f\\]/gu, (sign) => names[sign] ?? sign);
}

const Repaired = z.object({ text: z.string(), edits: z.array(Repair) });

/** Prints what each text was before its repair. */
async function undo(file: string): Promise<void> {
  const { undoEdits } = await import('../../extract/repair/edits.ts');
  const bytes = file === '-' ? await Array.fromAsync(bytesOf(file)) : [await readFileBytes(file)];
  const lines = Buffer.concat(bytes).toString('utf8');
  for (const { text, edits } of parseRepaired(lines, file)) await write(undoEdits(text, edits));
}

/** One object in one piece, as printed to a terminal, or one a line. */
function parseRepaired(json: string, file: string): z.infer<typeof Repaired>[] {
  for (const pieces of [[json], json.split('\n').filter((line) => line.trim() !== '')]) {
    try {
      return pieces.map((piece) => Repaired.parse(JSON.parse(piece)));
    } catch {
      // The other way, or none.
    }
  }
  throw new KkrError('text-undecodable', `${file} is not what kkr repair --json printed.`);
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of file === '-' ? process.stdin : createReadStream(file)) {
      yield Buffer.from(piece);
    }
  } catch (thrown) {
    throw unreadable(file, thrown);
  }
}

/** Waits where the reader of our output is slower than we are, so that no more than one block is held. */
async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
