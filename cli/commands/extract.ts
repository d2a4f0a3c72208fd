import { basename } from 'node:path';
import { parseConfig } from '../../core/config.ts';
import type { Document, Item, Page } from '../../core/document.ts';
import { readFileBytes } from '../../ingest/register.ts';
import { count, pageRange, print, printJson, wrap } from '../output.ts';

/** `kkr extract`: reads one file here and now; nothing is stored. */
export async function extract(file: string, flags: { json?: true; layout?: true }): Promise<void> {
  const bytes = await readFileBytes(file);
  const { openReaderInProcess } = await import('../../extract/open.ts');
  const reader = openReaderInProcess({ ocr: parseConfig(process.env).ocr });
  try {
    const document = await reader.read(bytes, basename(file));
    if (flags.json) printJson(flags.layout ? document : withoutLayout(document));
    else print(overview(document));
  } finally {
    await reader.close();
  }
}

/** Lines and word boxes are ten times the text, and few ask for them. */
function withoutLayout(document: Document): unknown {
  const pages = document.pages.map(({ lines, words, size, ...page }: Page) => page);
  return { ...document, pages };
}

function overview(document: Document): string {
  const { body, date, time, place } = document.meeting;
  const lines = [
    `${document.source.name}: ${document.kind}, ${[body, date, time, place].filter(Boolean).join(', ') || 'no meeting found'}`,
    `${count(document.pages.length, 'page')}: ${origins(document.pages)}`,
    '',
    ...document.items.flatMap(itemLines),
    ...document.attachments.map(
      (each) =>
        `${(each.item ?? '').padEnd(6)}appendix ${each.number ?? ''} ${each.title}  ${pageRange(each.pages)}`,
    ),
    ...document.warnings.map((warning) =>
      wrap(`! ${warning.message}${warning.page ? ` (p. ${warning.page})` : ''}`),
    ),
  ];
  return lines.join('\n');
}

function origins(pages: readonly Page[]): string {
  const names = { 'text-layer': 'with text', ocr: 'read by OCR', none: 'without any text' } as const;
  return Object.entries(names)
    .map(([origin, name]) => ({ name, number: pages.filter((page) => page.origin === origin).length }))
    .filter(({ number }) => number > 0)
    .map(({ name, number }) => `${number} ${name}`)
    .join(', ');
}

function itemLines(item: Item): string[] {
  const facts = [item.type, item.caseNumber, item.decision?.outcomes.join(', '), pageRange(item.pages)];
  return [
    `${(item.number ?? '').padEnd(6)}${item.title}${item.closed ? ' (closed)' : ''}`,
    `      ${facts.filter(Boolean).join(' | ')}`,
  ];
}
