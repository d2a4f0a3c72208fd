import type { Completeness, ItemHistory, MeetingChange } from '../../core/archive-store.ts';
import { attachmentId, itemId, meetingId } from '../../core/ids.ts';
import { AGENDA, BROKEN, BUNDLE, MEETING } from './fictional-sources.ts';

/** How the fictional documents hang together with others. */

const EARLIER = meetingId('KKR Nordjylland', '2030-11-02');

export const HISTORY: ItemHistory = {
  links: [
    {
      item: {
        id: itemId(EARLIER, '3.4', 9),
        meetingId: EARLIER,
        body: 'KKR Nordjylland',
        date: '2030-11-02',
        number: '3.4',
        title: 'Færgeberedskab – indledende drøftelse',
        type: 'temadrøftelse',
        closed: false,
      },
      reasons: [
        {
          kind: 'reference',
          quote: 'på mødet den 2. november 2030',
          from: itemId(MEETING, '2.1', 2),
          likeness: 0.7,
        },
        { kind: 'likeness', title: 0.62, text: 0.41 },
      ],
    },
    {
      item: {
        id: itemId(meetingId('KKR Nordjylland', '2031-06-01'), '2.2', 4),
        meetingId: meetingId('KKR Nordjylland', '2031-06-01'),
        body: 'KKR Nordjylland',
        date: '2031-06-01',
        number: '2.2',
        title: 'Finansiering af færgeberedskabet',
        type: 'beslutningssag',
        closed: false,
      },
      reasons: [{ kind: 'case-number', caseNumber: 'SAG-2031-00042' }],
    },
  ],
  references: [
    {
      quote: 'besluttede den 5. maj 2029',
      body: 'KKR Nordjylland',
      date: '2029-05-05',
      meetingId: null,
      itemId: null,
    },
  ],
};

export const CHANGES: readonly MeetingChange[] = [
  { kind: 'moved', item: itemId(MEETING, '2.1', 2), from: '2.3', to: '2.1' },
  { kind: 'renumbered', item: itemId(MEETING, '2.2', 3), from: '2.1', to: '2.2' },
  { kind: 'added', item: itemId(MEETING, '2.2', 3), to: '2.2' },
  { kind: 'dropped', item: itemId(MEETING, '1.1', 1), from: '1.1' },
  { kind: 'retitled', item: itemId(MEETING, '2.1', 2), from: 'Færger', to: 'Fælles færgeberedskab' },
  { kind: 'recommendation', item: itemId(MEETING, '2.1', 2), from: 'at drøfte', to: 'at godkende' },
];

export const COPIES = [
  {
    id: attachmentId(AGENDA.sha256, '4', 2),
    source: AGENDA,
    item: '4',
    number: 2,
    title: 'Kort over færgeruter (scannet)',
    pages: [8, 9] as [number, number],
    meetingId: EARLIER,
    shared: 0.5,
  },
];

export const COMPLETENESS: readonly Completeness[] = [
  {
    body: 'KKR Nordjylland',
    year: 2031,
    meetings: 2,
    withoutMinutes: [meetingId('KKR Nordjylland', '2031-06-01')],
    withoutAgenda: [],
    missingAppendices: [{ item: itemId(MEETING, '2.1', 2), number: 2, title: 'Budget' }],
    unreadPages: [{ document: BUNDLE.sha256, name: BUNDLE.name, pages: [2] }],
    failed: [],
  },
  {
    body: null,
    year: null,
    meetings: 0,
    withoutMinutes: [],
    withoutAgenda: [],
    missingAppendices: [],
    unreadPages: [],
    failed: [{ document: BROKEN.sha256, name: BROKEN.name }],
  },
];
