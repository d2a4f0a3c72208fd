import type { Attachment, Item, Person } from '../../core/document.ts';
import { comparable } from './pairing.ts';
import type { ReadDocument } from './segmentation.ts';
import type { TrueItem, TrueMeeting } from './truth.ts';

export interface FieldCheck {
  readonly field: string;
  readonly right: boolean;
  readonly expected: string;
  readonly found: string;
}

const MISSING = '(not found)';

/** Compares values as a reader would see them printed: spacing is no difference, all else is. */
function check(field: string, expected: unknown, found: unknown): FieldCheck {
  const left = printed(expected);
  const right = found === undefined ? MISSING : printed(found);
  return { field, right: left === right, expected: left, found: right };
}

function printed(value: unknown): string {
  if (typeof value === 'string') return comparable(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? comparable(inner) : inner,
  );
}

function meetingFields(truth: TrueMeeting, read: ReadDocument): FieldCheck[] {
  const { meeting } = read;
  const checks = [check('meeting.kind', truth.documentKind, read.kind)];
  if (truth.body !== undefined) checks.push(check('meeting.body', truth.body, meeting.body));
  if (truth.date !== undefined) checks.push(check('meeting.date', truth.date, meeting.date));
  if (truth.time !== undefined) checks.push(check('meeting.time', truth.time, meeting.time));
  if (truth.place !== undefined) checks.push(check('meeting.place', truth.place, meeting.place));
  if (truth.attendees !== undefined) {
    checks.push(...peopleFields('meeting.attendees', truth.attendees, meeting.attendees));
  }
  if (truth.apologies !== undefined) {
    checks.push(...peopleFields('meeting.apologies', truth.apologies, meeting.apologies));
  }
  return checks;
}

/** One field each: a list of thirty in which one name is wrong is not worthless. */
function peopleFields(
  field: string,
  expected: number | readonly Person[],
  found: readonly Person[],
): FieldCheck[] {
  if (typeof expected === 'number') return [check(`${field}.count`, expected, found.length)];
  const name = (person: Person) => `${comparable(person.name)}, ${comparable(person.organisation ?? '–')}`;
  const read = new Set(found.map(name));
  const wanted = new Set(expected.map(name));
  const people = expected.map((person) => {
    const right = read.has(name(person));
    return { field, right, expected: name(person), found: right ? name(person) : MISSING };
  });
  const strangers = found.filter((person) => !wanted.has(name(person)));
  const extra = strangers.map((person) => ({
    field,
    right: false,
    expected: '(nobody)',
    found: name(person),
  }));
  return [...people, ...extra];
}

function itemFields(truth: TrueItem, read: Item | null): FieldCheck[] {
  const headings = truth.sections.map((section) => (typeof section === 'string' ? section : section.heading));
  const checks = [
    check('item.number', truth.number, read?.number),
    check('item.title', truth.title, read?.title),
    check('item.caseNumber', truth.caseNumber, read?.caseNumber),
    check('item.caseworkers', truth.caseworkers, read?.caseworkers),
    check('item.timeSlot', truth.timeSlot, read?.timeSlot),
    check(
      'item.sections',
      headings,
      read?.sections.map((section) => section.heading).filter((heading) => heading !== ''),
    ),
    check('item.attachmentCount', truth.attachmentCount, read?.attachments.length),
    check(
      'item.outcomes',
      truth.outcomes.toSorted(),
      read ? (read.decision?.outcomes ?? []).toSorted() : undefined,
    ),
  ];
  if (truth.type !== undefined) checks.push(check('item.type', truth.type, read?.type));
  if (truth.closed !== undefined) checks.push(check('item.closed', truth.closed, read?.closed));
  if (truth.chapter !== undefined) checks.push(check('item.chapter', truth.chapter, read?.chapter));
  if (truth.pages !== undefined) checks.push(check('item.pages', truth.pages, read?.pages));
  if (truth.decision !== undefined) {
    checks.push(check('item.decision', truth.decision, read ? (read.decision?.text ?? null) : undefined));
  }
  if (truth.attachments !== undefined) {
    const titles = truth.attachments.map((one) => one.title);
    checks.push(
      check(
        'item.attachments',
        titles,
        read?.attachments.map((one) => one.title),
      ),
    );
  }
  for (const section of truth.sections) {
    if (typeof section === 'string') continue;
    const found = read?.sections.find((one) => comparable(one.heading) === comparable(section.heading));
    checks.push(check('item.sectionText', section.text, found?.text));
  }
  return checks;
}

function attachmentFields(
  truth: Omit<Attachment, 'pages'> & { pages?: Attachment['pages'] | undefined },
  read: Attachment | null,
): FieldCheck[] {
  const checks = [
    check('attachment.item', truth.item, read?.item),
    check('attachment.number', truth.number, read?.number),
    check('attachment.title', truth.title, read?.title),
  ];
  if (truth.pages !== undefined) checks.push(check('attachment.pages', truth.pages, read?.pages));
  return checks;
}

export const scoreFields = { meeting: meetingFields, item: itemFields, attachment: attachmentFields };
