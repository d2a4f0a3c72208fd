import { toldSections } from '../../api/told-sections.ts';
import type {
  AttachmentRecord,
  DocumentSummary,
  ItemRecord,
  MeetingRecord,
} from '../../core/archive-store.ts';
import type { Page, Person } from '../../core/document.ts';
import { count, pageRange, wrap } from '../output.ts';

/** Records as a person reads them in a terminal. */

/** A page's own lines are kept, since lists and tables live by them; only longer ones are broken. */
const PAGE_WIDTH = 120;

export function itemText(item: ItemRecord): string {
  const { recommended, matter } = toldSections(item);
  const facts = [item.type, item.caseNumber, item.caseworkers.join(', '), item.timeSlot];
  return blocks([
    [
      `${[item.number, item.title].filter(Boolean).join(' ')}${item.closed ? ' (closed)' : ''}`,
      [item.body, item.date, item.kind].filter(Boolean).join(', '),
      facts.filter(Boolean).join(' | '),
    ],
    item.decision && [
      `Decision: ${item.decision.outcomes.join(', ') || 'not recognised'}`,
      wrap(item.decision.text, '  ', PAGE_WIDTH),
    ],
    ...[...recommended, ...matter].map(({ heading, text }) =>
      [heading, wrap(text, '  ', PAGE_WIDTH)].filter((part) => part !== ''),
    ),
    item.attachments.length > 0 && ['Attachments listed', ...item.attachments.map(attachmentLine)],
    item.appendices.length > 0 && [
      'Appendices received',
      ...item.appendices.map((each) => `  ${each.title}, ${pageRange(each.pages)} (kkr show ${each.id})`),
    ],
    [
      'Read from',
      ...item.sources.map(({ source, kind, pages }) => `  ${source.name} (${kind}), ${pageRange(pages)}`),
    ],
  ]);
}

export function meetingText(meeting: MeetingRecord): string {
  return blocks([
    [
      `${meeting.body}, ${meeting.date}${meeting.time ? `, ${meeting.time}` : ''}`,
      [meeting.place, meeting.kinds.join(', ')].filter(Boolean).join(' | '),
    ],
    people('Present', meeting.attendees),
    people('Apologies', meeting.apologies),
    [
      count(meeting.items.length, 'item'),
      ...meeting.items.map(
        (item) =>
          `  ${(item.number ?? '').padEnd(6)}${item.title}${item.decision?.outcomes.length ? ` [${item.decision.outcomes.join(', ')}]` : ''}  (kkr show ${item.id})`,
      ),
    ],
    ['Documents', ...meeting.documents.map((each) => `  ${each.source.name} (${each.kind ?? each.state})`)],
  ]);
}

export function attachmentText(attachment: AttachmentRecord): string {
  return blocks([
    [
      `${[attachment.item && `Item ${attachment.item}`, attachment.number && `appendix ${attachment.number}`, attachment.title].filter(Boolean).join(', ')}`,
      [attachment.body, attachment.date].filter(Boolean).join(', '),
      `${attachment.source.name}, ${pageRange(attachment.pages)}`,
    ],
    ...attachment.text.map((page) => [`[page ${page.number}]`, page.text]),
  ]);
}

export function documentText(
  document: DocumentSummary,
  pages: readonly Pick<Page, 'number' | 'text' | 'reason'>[],
): string {
  const { source, state, failure } = document;
  return blocks([
    [
      source.name,
      [document.kind, document.body, document.date, count(document.pageCount, 'page'), state]
        .filter(Boolean)
        .join(', '),
      `SHA-256 ${source.sha256}, ${count(source.bytes, 'byte')}`,
      failure ? `${failure.code}: ${failure.message}` : '',
    ],
    document.warnings.length > 0 && [
      'To look at',
      ...document.warnings.map((each) =>
        wrap(`${each.message}${each.page ? ` (p. ${each.page})` : ''}`, '  '),
      ),
    ],
    ...pages.map((page) => [`[page ${page.number}: ${page.reason}]`, page.text]),
  ]);
}

function people(heading: string, persons: readonly Person[]): string[] | false {
  if (persons.length === 0) return false;
  return [
    heading,
    ...persons.map(({ name, organisation }) => `  ${name}${organisation ? `, ${organisation}` : ''}`),
  ];
}

function attachmentLine({ number, title }: { number: number; title: string }): string {
  return `  ${number}. ${title}`;
}

/** Paragraphs of lines with an empty line between; empty lines and absent paragraphs fall out. */
function blocks(paragraphs: readonly (readonly string[] | false | null)[]): string {
  return paragraphs
    .filter((lines) => lines !== false && lines !== null)
    .map((lines) => lines.filter(Boolean).join('\n'))
    .join('\n\n');
}
