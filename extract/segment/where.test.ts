import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document, Span } from '../../core/document.ts';
import type { DocumentReader } from '../../core/document-reader.ts';
import { openReaderInProcess } from '../open.ts';
import { titleKey } from './text.ts';

/** Every field of every fixture stands where it says it was read from. Scans would take minutes and are left out. */
const FOLDER = new URL('../../fixtures/documents/', import.meta.url);
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.pdf') && !name.includes('scannet'));

let reader: DocumentReader;
beforeAll(() => {
  reader = openReaderInProcess({ ocr: 'none' });
});
afterAll(() => reader.close());

/** The letters and figures at the spans; null where one of them was set aside and is in no text. */
function textAt(document: Document, spans: readonly Span[]): string | null {
  if (spans.some((span) => span.start === null)) return null;
  const texts = spans.map(({ page, start, end }) =>
    document.pages[page - 1]?.text.slice(start ?? 0, end ?? 0),
  );
  return titleKey(texts.join(' '));
}

/** What a field says, and where; all of them must be there. */
function fieldsOf(document: Document): [name: string, value: string, where: readonly Span[]][] {
  const fields: [string, string, readonly Span[] | undefined][] = [];
  const { meeting } = document;
  for (const person of [...meeting.attendees, ...meeting.apologies, ...(meeting.guests ?? [])])
    fields.push(['person', person.name, person.where]);
  if (meeting.place) fields.push(['place', meeting.place, meeting.where?.place]);
  for (const item of document.items) {
    fields.push([`title of ${item.number}`, item.title, item.where?.title]);
    if (item.number) fields.push(['number', item.number, item.where?.number]);
    if (item.caseNumber) fields.push(['case number', item.caseNumber, item.where?.caseNumber]);
    for (const worker of item.caseworkers) fields.push(['caseworker', worker, item.where?.caseworkers]);
    for (const section of item.sections) fields.push([section.heading, section.text, section.where]);
    for (const one of item.attachments) fields.push(['attachment', one.title, one.where]);
    if (item.decision?.text) fields.push(['decision', item.decision.text, item.decision.where]);
    for (const one of item.recommendations ?? [])
      fields.push(['recommendation', one, item.where?.recommendations]);
  }
  return fields.map(([name, value, where]) => [name, value, where ?? []]);
}

describe('where a field stands', () => {
  test.each(names)('%s', async (name) => {
    const document = await reader.read(await readFile(new URL(name, FOLDER)), name);
    const fields = fieldsOf(document);
    expect(fields.length + document.attachments.length).toBeGreaterThan(0);
    // An appendix points to where it begins, which may be a cover with its number only.
    for (const one of document.attachments) expect(one.where?.[0]?.page).toBe(one.pages?.[0]);
    const astray = fields.flatMap(([field, value, where]) => {
      if (where.length === 0) return value === '' ? [] : [`${field}: "${value}" stands nowhere`];
      const text = textAt(document, where);
      // Line by line: a footnote may stand between two of them.
      const absent = value.split('\n').filter((line) => text !== null && !text.includes(titleKey(line)));
      return absent.map((line) => `${field}: "${line}" is not in "${text}"`);
    });
    expect(astray).toEqual([]);
  });
});
