import type { DocumentSummary } from '../core/archive-store.ts';
import type { Page } from '../core/document.ts';
import { pageId, undatedId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { searchableText } from '../core/searchable-text.ts';
import { municipalitiesIn } from '../danish/municipalities.ts';
import { unrepairedWords } from './unrepaired.ts';

/** OCR that is sure of itself still reads less surely than a text layer tells. */
const BEST_OCR = 0.9;

/** That of the least legible page. */
export function legibilityOf(pages: readonly Pick<Page, 'origin' | 'confidence'>[]): number {
  const each = pages.map(({ origin, confidence }) => (origin === 'ocr' ? BEST_OCR * (confidence ?? 0) : 1));
  return Math.min(1, ...each);
}

/** What all records of a document that stand for no item share. */
export function pageRecord(summary: DocumentSummary, page: Page): SearchRecord {
  const { source } = summary;
  const text = searchableText(page);
  return {
    id: pageId(source.sha256, page.number),
    target: undatedId(source.sha256),
    group: pageId(source.sha256, page.number),
    document: source.sha256,
    source: source.name,
    kind: summary.kind ?? 'andet',
    body: summary.body,
    date: summary.date,
    meetingId: summary.meetingId,
    number: null,
    title: '',
    type: null,
    caseNumber: null,
    outcomes: [],
    municipalities: municipalitiesIn(text),
    recommendation: '',
    decision: '',
    text,
    extra: '',
    unrepaired: unrepairedWords(page).join(' '),
    page: page.number,
    pageStarts: [],
    legibility: legibilityOf([page]),
  };
}
