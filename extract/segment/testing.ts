import type { Document, Page, PageLine } from '../../core/document.ts';

/**
 * Pages for tests from plain text: form feeds part pages, empty lines part
 * paragraphs. A line that starts with "#" is set bold, one with "##" larger too;
 * without any such line the pages carry no typography, as text files do.
 */
export function pagesOf(text: string): Page[] {
  const typographic = /^#/m.test(text);
  return text.split('\f').map((raw, index) => pageOf(raw.replace(/^\n/, ''), index + 1, typographic));
}

function pageOf(raw: string, number: number, typographic: boolean): Page {
  const lines: PageLine[] = [];
  let text = '';
  for (const source of raw.split('\n')) {
    const marks = /^#{0,2}/.exec(source)?.[0].length ?? 0;
    const line = source.slice(marks).trimStart();
    if (line !== '') {
      const size = typographic ? (marks === 2 ? 14 : 11) : null;
      lines.push({ text: line, start: text.length, role: 'body', box: null, size, bold: marks > 0 });
    }
    text += `${line}\n`;
  }
  return {
    number,
    text: text.replace(/\n+$/, ''),
    origin: 'text-layer',
    reason: '',
    confidence: null,
    language: 'dan',
    lines,
    repairs: [],
    doubtful: [],
    size: null,
    words: null,
  };
}

/** Each item on a line: number, title, type, case number, whether closed, and what was decided. */
export function inShort(document: Pick<Document, 'items'>): string[] {
  return document.items.map((item) => {
    const head = [
      item.number,
      item.type ? `${item.type}:` : null,
      item.title,
      item.caseNumber ? `(${item.caseNumber})` : null,
      item.closed ? '[closed]' : null,
    ];
    return `${head.filter((part) => part !== null).join(' ')}: ${item.decision?.outcomes.join(' ') ?? ''}`.trim();
  });
}
