import type { ItemRecord } from '../../core/archive-store.ts';
import { flowing } from '../pages/flowing.ts';
import { itemUrl } from '../urls.ts';
import type { Column } from './column.ts';

/** Which item it is: the columns that every table begins with. */
export const ITEM_COLUMNS: readonly Column<ItemRecord>[] = [
  { name: 'item', meaning: 'Punktets id i arkivet.', value: ({ id }) => id },
  { name: 'body', meaning: 'KKR.', value: ({ body }) => body },
  { name: 'date', meaning: 'Mødets dato, ÅÅÅÅ-MM-DD.', value: ({ date }) => date },
  { name: 'number', meaning: 'Punktets nummer, som det er trykt.', value: ({ number }) => number },
  { name: 'title', meaning: 'Punktets overskrift.', value: ({ title }) => title },
];

/** What was decided, and from what. */
export const DECISION_COLUMNS: readonly Column<ItemRecord>[] = [
  {
    name: 'outcomes',
    meaning: 'Udfald som koder (se docs/vocabulary.md).',
    value: ({ decision }) => decision?.outcomes ?? [],
  },
  {
    name: 'decision',
    meaning: 'Beslutningens ordlyd; tom, hvor arkivet kun har dagsordenen.',
    value: ({ decision }) => (decision ? flowing(decision.text) : null),
  },
  {
    name: 'recommendations',
    meaning: 'Indstillingerne, én for hver.',
    value: ({ recommendations }) => recommendations ?? [],
  },
];

/** One row for each item. */
export const DECISIONS: readonly Column<ItemRecord>[] = [
  ...ITEM_COLUMNS,
  { name: 'meeting', meaning: 'Mødets id i arkivet.', value: ({ meetingId }) => meetingId },
  {
    name: 'chapter',
    meaning: 'Kapitlet, som punktet står i.',
    value: ({ chapter }) => (chapter ? [chapter.number, chapter.title].filter(Boolean).join(' ') : null),
  },
  { name: 'type', meaning: 'Sagstype: ordet før kolon i overskriften.', value: ({ type }) => type },
  { name: 'closed', meaning: 'Om punktet er lukket.', value: ({ closed }) => closed },
  { name: 'caseNumber', meaning: 'Sagsnummer.', value: ({ caseNumber }) => caseNumber },
  { name: 'caseworkers', meaning: 'Sagsbehandleres initialer.', value: ({ caseworkers }) => caseworkers },
  { name: 'timeSlot', meaning: 'Tidsrum på mødet, TT:MM-TT:MM.', value: ({ timeSlot }) => timeSlot },
  {
    name: 'kind',
    meaning: 'Hvad rækken er læst af: referat, ellers dagsorden.',
    value: ({ kind }) => kind,
  },
  ...DECISION_COLUMNS,
  {
    name: 'approved',
    meaning: 'Hvad der blev tiltrådt, hvor beslutningen kun siger »indstillingen«.',
    value: ({ decision }) => decision?.approved ?? [],
  },
  {
    name: 'municipalities',
    meaning: 'Kommuner, der nævnes.',
    value: ({ municipalities }) => municipalities,
  },
  {
    name: 'attachments',
    meaning: 'Bilag, der er nævnt under punktet.',
    value: ({ attachments }) => attachments.map(({ title }) => title),
  },
  { name: 'file', meaning: 'Filen, rækken er læst af.', value: ({ source }) => source.name },
  { name: 'firstPage', meaning: 'Første side i filen.', value: ({ pages }) => pages[0] },
  { name: 'lastPage', meaning: 'Sidste side i filen.', value: ({ pages }) => pages[1] },
  { name: 'sha256', meaning: 'Filens SHA-256.', value: ({ source }) => source.sha256 },
  { name: 'path', meaning: 'Punktets side i arkivet.', value: ({ id }) => itemUrl(id) },
];
