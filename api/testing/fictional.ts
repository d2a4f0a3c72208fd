import type {
  ArchiveStatus,
  AttachmentRecord,
  DocumentSummary,
  ItemRecord,
  MeetingRecord,
} from '../../core/archive-store.ts';
import type { Document, Page } from '../../core/document.ts';
import { attachmentId, itemId } from '../../core/ids.ts';
import { AGENDA, BROKEN, BUNDLE, MEETING, MINUTES, NOTE } from './fictional-sources.ts';
import { CHANGES, COPIES } from './fictional-ties.ts';

/** A small fictional archive: one meeting with agenda, minutes and a bundle of appendices; and hostile text. */

export const HOSTILE = `<script>alert("x")</script><img src=x onerror='alert(1)'>`;

const owner = { meetingId: MEETING, body: 'KKR Nordjylland', date: '2031-03-12' } as const;

export const APPENDIX_ID = attachmentId(BUNDLE.sha256, '2.1', 1);
const appendix = {
  id: APPENDIX_ID,
  source: BUNDLE,
  item: '2.1',
  number: 1,
  title: 'Kort over færgeruter',
  pages: [3, 4] as [number, number],
};

export const DECIDED: ItemRecord = {
  ...owner,
  id: itemId(MEETING, '2.1', 2),
  kind: 'referat',
  source: MINUTES,
  sources: [
    { source: MINUTES, kind: 'referat', pages: [4, 5] },
    { source: AGENDA, kind: 'dagsorden', pages: [3, 4] },
  ],
  fromAgenda: ['Resumé'],
  municipalities: ['Morsø', 'Vesthimmerlands'],
  appendices: [appendix],
  number: '2.1',
  title: 'Fælles færgeberedskab i Limfjorden',
  type: 'beslutningssag',
  caseNumber: 'SAG-2031-00042',
  caseworkers: ['abc', 'xyz'],
  timeSlot: '09:40-10:10',
  closed: false,
  chapter: { number: '2', title: 'Regionalpolitiske sager' },
  sections: [
    { heading: 'Resumé', text: 'Kommunerne deler i dag tre færger.\nDer er brug for en fjerde.' },
    {
      heading: 'Indstilling',
      role: 'recommendation',
      text: 'Det indstilles, at KKR Nordjylland\n- godkender et fælles beredskab\n- drøfter finansieringen.',
    },
    { heading: 'Sagsfremstilling', text: `Ordlyd fra et skema: ${HOSTILE}` },
    { heading: 'Vedlagte papirer', role: 'attachments', text: '1. Kort over færgeruter\n2. Budget' },
    {
      heading: 'Vedtagelse',
      role: 'decision',
      text: 'KKR Nordjylland tiltrådte indstillingen, idet finansieringen drøftes igen.',
    },
  ],
  decision: {
    text: 'KKR Nordjylland tiltrådte indstillingen, idet finansieringen drøftes igen.',
    outcomes: ['approved-with-remark', 'discussed'],
    acts: [
      { outcome: 'approved-with-remark', clause: 'tiltrådte indstillingen, idet', recommendation: 1 },
      { outcome: 'discussed', clause: 'finansieringen drøftes', recommendation: 2 },
    ],
    approved: ['godkender et fælles beredskab'],
    appointed: [{ name: 'Åse Ørsted', organisation: 'Morsø Kommune', party: 'A', office: 'Borgmester' }],
    where: [{ page: 5, start: 0, end: 70 }],
  },
  recommendations: ['godkender et fælles beredskab', 'drøfter finansieringen'],
  attachments: [
    { number: 1, title: 'Kort over færgeruter' },
    { number: 2, title: 'Budget' },
  ],
  pages: [4, 5],
};

export const OPEN_AGENDA_ITEM: ItemRecord = {
  ...DECIDED,
  id: itemId(MEETING, '1.1', 1),
  kind: 'dagsorden',
  source: AGENDA,
  sources: [{ source: AGENDA, kind: 'dagsorden', pages: [2, 2] }],
  appendices: [],
  number: '1.1',
  title: 'Godkendelse af dagsorden',
  type: null,
  timeSlot: null,
  chapter: { number: '1', title: 'Godkendelse' },
  sections: [{ heading: 'Indstilling', text: 'Det indstilles, at dagsordenen godkendes.' }],
  decision: null,
  attachments: [],
  pages: [2, 2],
};

export const CLOSED: ItemRecord = {
  ...OPEN_AGENDA_ITEM,
  id: itemId(MEETING, '2.2', 3),
  number: '2.2',
  title: 'Lukket punkt',
  chapter: { number: '2', title: 'Regionalpolitiske sager' },
  closed: true,
  caseworkers: [],
  sections: [],
  recommendations: [],
};

const SUPPLEMENT: ItemRecord = {
  ...OPEN_AGENDA_ITEM,
  id: itemId(`${MEETING}-t1`, '1', 1),
  number: '1',
  title: 'Høring om isbrydning',
  chapter: null,
};

const summary: DocumentSummary = {
  ...owner,
  source: MINUTES,
  state: 'read',
  failure: null,
  attempts: 1,
  kind: 'referat',
  pageCount: 5,
  itemCount: 2,
  warnings: [{ code: 'item-missing', message: 'Item 2.3 is in the contents but not in the text', page: 2 }],
  supersededBy: null,
  receivedAt: '2031-03-20T08:00:00.000Z',
  readAt: '2031-03-20T08:00:04.000Z',
};

export const SUMMARIES: readonly DocumentSummary[] = [
  summary,
  { ...summary, source: AGENDA, kind: 'dagsorden', warnings: [], itemCount: 3 },
  { ...summary, source: BUNDLE, kind: 'bilag', warnings: [], itemCount: 0, pageCount: 4 },
  {
    ...summary,
    source: { ...BROKEN, withheld: true, unread: true },
    state: 'failed',
    failure: { code: 'pdf-damaged', message: 'The PDF is cut short.', retryable: false },
    kind: null,
    body: null,
    date: null,
    meetingId: null,
    pageCount: 0,
    itemCount: 0,
    warnings: [],
    readAt: null,
  },
  { ...summary, source: NOTE, kind: 'andet', body: null, date: null, meetingId: null, warnings: [] },
];

const page = (number: number, text: string, more: Partial<Page> = {}): Page => ({
  number,
  text,
  origin: 'text-layer',
  reason: 'Siden har et tekstlag, der læser som dansk.',
  confidence: null,
  language: 'dan',
  lines: [],
  repairs: [],
  doubtful: [],
  size: [595, 842],
  words: null,
  ...more,
});

export const READINGS: readonly Document[] = [
  {
    source: MINUTES,
    kind: 'referat',
    meeting: {
      body: owner.body,
      date: owner.date,
      time: '09:30',
      place: 'Havnen, Løgstør',
      attendees: [{ name: 'Åse Ørsted', organisation: 'Morsø Kommune' }],
      apologies: [],
    },
    pages: [
      page(1, 'Referat af møde på havnen', {
        repairs: [{ start: 16, end: 18, before: 'pă', after: 'på', rule: 'respell-ocr', confidence: 0.98 }],
        repairedBy: '2-0a1b2c3d',
        doubtful: [[19, 25]],
      }),
      page(2, `Ordlyd fra et skema: ${HOSTILE}`, {
        origin: 'ocr',
        confidence: 0.91,
        reason: 'Siden er et billede.',
      }),
      page(3, 'Kommunerna samarbetar om färjorna.', { language: 'swe' }),
    ],
    items: [DECIDED],
    attachments: [],
    warnings: summary.warnings.slice(),
  },
];

export const APPENDIX: AttachmentRecord = {
  ...owner,
  ...appendix,
  copies: COPIES,
  text: [
    {
      number: 3,
      text: 'Ruter og afgange\nHavn\tAfgang\tAnkomst\nLøgstør\t8.00\t8.20\nMors\t9.00',
      language: 'dan',
      origin: 'text-layer',
      lines: [],
    },
    { number: 4, text: 'Färjorna går varje timme.', language: 'swe', origin: 'ocr', lines: [] },
  ],
};

export const MEETING_RECORD: MeetingRecord = {
  id: MEETING,
  body: owner.body,
  date: owner.date,
  time: '09:30',
  place: 'Havnen, Løgstør',
  kinds: ['dagsorden', 'referat', 'bilag'],
  itemCount: 3,
  attendees: [{ name: 'Åse Ørsted', organisation: 'Morsø Kommune' }],
  apologies: [{ name: 'Bo Fjord', organisation: null }],
  items: [OPEN_AGENDA_ITEM, DECIDED, CLOSED, SUPPLEMENT],
  guests: [{ name: 'Ib Lods', organisation: null, items: ['2.1'] }],
  changes: CHANGES,
  documents: SUMMARIES.filter(({ meetingId }) => meetingId === MEETING),
};

export const STATUS: ArchiveStatus = {
  documents: { waiting: 0, reading: 0, read: 4, failed: 1 },
  pages: 12,
  items: 3,
  meetings: 1,
  schemaVersion: 1,
};
