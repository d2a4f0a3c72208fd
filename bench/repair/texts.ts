import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { Truth } from '../score/truth.ts';
import { cutPages } from './english-ocr.ts';

/** A document's clean text in pages. */
export interface CleanDocument {
  readonly name: string;
  readonly pages: readonly string[];
}

/** The Danish pages of the fictional meetings; the model has learnt from none of them. */
export async function fixtureTexts(): Promise<CleanDocument[]> {
  const folder = new URL('../../fixtures/truth/', import.meta.url);
  const documents: CleanDocument[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const truth = Truth.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
    const pages = (truth.pages ?? [])
      .filter((page) => page.language === 'dan')
      .map((page) => page.blocks.map((block) => block.text.replaceAll('\t', ' ')).join('\n\n'));
    if (pages.length > 0) documents.push({ name: name.replace('.json', ''), pages });
  }
  return documents;
}

/** What the words and confusions of the model were learnt from. */
export const LEARNT = [
  '2022-04-kkr-sjaelland-bilag.pdf',
  '2022-06-21-kkr-hovedstaden-dagsorden.pdf',
  '2022-09-07-kkr-sjaelland-dagsorden.pdf',
] as const;

/** A real document that no part of the model was made from. */
export const UNSEEN = '2024-06-19-kkr-sjaelland-referat.pdf';

/** A real document's text: without page furniture, lines of one paragraph run on. Needs poppler's pdftotext. */
export function documentText(folder: string, name: string): string {
  const text = execFileSync('pdftotext', [`${folder}/${name}`, '-'], { encoding: 'utf8' });
  return text
    .split(/\n|\f/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/\.{5}|SIDE \|/u.test(line))
    .join('\n')
    .replace(/([^.:!?\n]{60,})\n(?=[a-zæøå])/gu, '$1 ');
}

export function realDocument(folder: string, name: string): CleanDocument {
  return { name: name.replace('.pdf', ''), pages: cutPages(documentText(folder, name)) };
}
