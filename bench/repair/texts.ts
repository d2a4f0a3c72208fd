import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Truth } from '../score/truth.ts';
import { cutPages } from './english-ocr.ts';

/** A document's clean text in pages. */
export interface CleanDocument {
  readonly name: string;
  readonly pages: readonly string[];
}

/** The Danish pages of the fictional meetings; the model has learnt from none of them. */
export const fixtureTexts = (): Promise<CleanDocument[]> => textsOf('truth');

/** Fictional papers of other kinds, for clean text alone: other looks, and layouts by chance. */
export async function otherTexts(): Promise<CleanDocument[]> {
  return [...(await textsOf('looks/truth')), ...(await textsOf('varied/truth'))];
}

async function textsOf(name: string): Promise<CleanDocument[]> {
  const folder = new URL(`../../fixtures/${name}/`, import.meta.url);
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
  const text = TORN.reduce(
    (mended, word) => mended.replaceAll(word, word.replace(' ', '')),
    documentText(folder, name),
  );
  return { name: name.replace('.pdf', ''), pages: cutPages(text) };
}

/** What kerning tore in the text layer of UNSEEN, as its pages show: whole in the truth. */
const TORN = ['Beslutnings sag', 'Udpegnings sag', 'hørings svar', 'Fakta ark'];

/** Long texts that `npm run bench:repair:texts` fetched, cut into pages; null where one is not there. */
export function fetchedText(folder: string, language: string): string[] | null {
  const file = `${folder}/${language}.txt`;
  return existsSync(file) ? cutPages(readFileSync(file, 'utf8').replaceAll('\n\n', '\n')) : null;
}
