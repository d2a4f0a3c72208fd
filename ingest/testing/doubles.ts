import { createHash } from 'node:crypto';
import type { Document } from '../../core/document.ts';
import type { DocumentReader } from '../../core/document-reader.ts';
import { KkrError } from '../../core/errors.ts';
import type { SearchIndex, SearchRecord } from '../../core/search-index.ts';
import { mediaTypeOf } from '../register.ts';

/** A reader for files of the form "kind body date" followed by item titles, one a line. */
export function scriptReader(behave: (name: string, text: string) => Promise<void> = async () => {}): {
  reader: DocumentReader;
  names: string[];
} {
  const names: string[] = [];
  const reader: DocumentReader = {
    async read(bytes, name, onProgress) {
      names.push(name);
      const text = Buffer.from(bytes).toString('utf8');
      onProgress?.(0, 1);
      await behave(name, text);
      onProgress?.(1, 1);
      return scriptedDocument(bytes, name, text);
    },
    close: async () => {},
  };
  return { reader, names };
}

function scriptedDocument(bytes: Uint8Array, name: string, text: string): Document {
  const [head = '', ...titles] = text.trim().split('\n');
  const [kind, date] = head.split(' ');
  return {
    source: {
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      mediaType: mediaTypeOf(name, bytes),
    },
    kind: kind === 'dagsorden' || kind === 'referat' ? kind : 'andet',
    meeting: {
      body: date ? 'KKR Sjælland' : null,
      date: date ?? null,
      time: null,
      place: null,
      attendees: [],
      apologies: [],
    },
    pages: [
      {
        number: 1,
        text,
        origin: 'text-layer',
        reason: 'A plain text file.',
        confidence: null,
        language: 'dan',
        lines: [],
        repairs: [],
        doubtful: [],
        size: null,
        words: null,
      },
    ],
    items: titles.map((title, index) => ({
      number: String(index + 1),
      title,
      type: null,
      caseNumber: null,
      caseworkers: [],
      timeSlot: null,
      closed: false,
      chapter: null,
      sections: [],
      decision: null,
      attachments: [],
      pages: [1, 1],
    })),
    attachments: [],
    warnings: [],
  };
}

/** An index that only remembers what it was given last. */
export class RememberingIndex implements SearchIndex {
  readonly contents = new Map<string, readonly SearchRecord[]>();

  async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    this.contents.set(document, records);
  }

  titles(): string[] {
    return [...this.contents.values()].flat().map((record) => `${record.kind}: ${record.title}`);
  }

  async rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    this.contents.clear();
    for await (const record of records) {
      this.contents.set(record.document, [...(this.contents.get(record.document) ?? []), record]);
    }
  }

  async search(): Promise<never> {
    throw new Error('Nobody searches here');
  }

  async stats(): Promise<{ engine: string; records: number }> {
    return { engine: 'memory', records: [...this.contents.values()].flat().length };
  }

  async close(): Promise<void> {}
}

/** One that does not answer the first so many times that it is told something. */
export class FailingIndex extends RememberingIndex {
  failures: number;

  constructor(failures: number) {
    super();
    this.failures = failures;
  }

  override async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new KkrError('search-unavailable', 'The engine does not answer.');
    }
    await super.replace(document, records);
  }
}
