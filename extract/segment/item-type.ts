import { withinEdits } from './text.ts';

/** The words that councils put before an item's title to say what is to be done with it. */
const TYPES = [
  'temadrøftelse',
  'temasag',
  'tema',
  'beslutningssag',
  'beslutning',
  'orienteringssag',
  'orientering',
  'udpegningssag',
  'udpegning',
  'drøftelsessag',
  'drøftelse',
  'drøftelsespunkt',
  'meddelelse',
  'meddelelser',
  'meddelelsessag',
  'indstillingssag',
  'godkendelsessag',
  'efterretningssag',
  'høringssag',
  'valgsag',
  'statussag',
  'debatsag',
  'debatpunkt',
  'beslutningspunkt',
  'orienteringspunkt',
  'temapunkt',
  'informationssag',
  'lukket punkt',
  'lukket sag',
  'lukket',
  'fortroligt punkt',
  'fortrolig sag',
  'ikke offentligt punkt',
  'ikke offentlig sag',
  'økonomisag',
  'personsag',
  'principsag',
  'opfølgningssag',
]; // prettier-ignore
const TYPE_BY_KEY = new Map(TYPES.map((type) => [type.replace(/ /g, ''), type]));

/** "Beslutnings sag" and "Orienteringssaq" are types too; "Greater Copenhagen" before a colon is not. */
export function parseType(before: string): string | null {
  if (before.length < 4 || before.length > 40) return null;
  const key = before
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/1/g, 'l')
    .replace(/[^a-zæøå]/g, '');
  if (key.length < 4) return null;
  const exact = TYPE_BY_KEY.get(key);
  if (exact) return exact;
  for (const [known, type] of TYPE_BY_KEY) {
    if (known.length >= 9 && withinEdits(key, known, known.length >= 13 ? 2 : 1)) return type;
  }
  // "Åbent punkt:" says that the public may listen, not what is to be done.
  if (/^åben/.test(key)) return null;
  if (/^[a-zæøå]{4,}(?:sag|drøftelse|punkt)$/.test(key) && before.trim().split(/\s+/).length <= 2) return key;
  return null;
}
