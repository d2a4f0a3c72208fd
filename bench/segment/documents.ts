import { readdir, readFile } from 'node:fs/promises';
import type { Document } from '../../core/document.ts';
import type { DocumentReader } from '../../core/document-reader.ts';
import { Truth } from '../score/truth.ts';

/** A document with what a careful reader finds in it. */
export interface JudgedDocument {
  readonly truth: Truth;
  readonly bytes: Uint8Array;
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);

export async function fixtureDocuments(): Promise<JudgedDocument[]> {
  return judged(new URL('truth/', FIXTURES).pathname, new URL('documents/', FIXTURES).pathname);
}

/** Other meetings in the looks that case systems, intranets and typewriters give. */
export async function lookDocuments(): Promise<JudgedDocument[]> {
  return judged(new URL('looks/truth/', FIXTURES).pathname, new URL('looks/', FIXTURES).pathname);
}

/** The same meetings in layouts that chance put together; their truth lies beside them. */
export async function variedDocuments(): Promise<JudgedDocument[]> {
  const folder = new URL('varied/', FIXTURES).pathname;
  return judged(`${folder}truth`, folder);
}

export async function goldDocuments(gold: string, corpus: string): Promise<JudgedDocument[]> {
  return judged(gold, corpus);
}

async function judged(truths: string, documents: string): Promise<JudgedDocument[]> {
  const names = (await readdir(truths)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const truth = Truth.parse(JSON.parse(await readFile(`${truths}/${name}`, 'utf8')));
      return { truth, bytes: await readFile(`${documents}/${truth.file}`) };
    }),
  );
}

export async function readAll(
  documents: readonly JudgedDocument[],
  reader: DocumentReader,
): Promise<{ truth: Truth; document: Document }[]> {
  const read: { truth: Truth; document: Document }[] = [];
  for (const { truth, bytes } of documents) {
    read.push({ truth, document: await reader.read(bytes, truth.file) });
  }
  return read;
}
