import type { Source } from '../../core/document.ts';
import { meetingId } from '../../core/ids.ts';

/** The files of the fictional archive. */

const source = (name: string, digit: string, mediaType: Source['mediaType'] = 'application/pdf'): Source => ({
  name,
  sha256: digit.repeat(64),
  bytes: 48_211,
  mediaType,
});

export const MINUTES = source('2031-03-12-kkr-nordjylland-referat.pdf', 'a');
export const AGENDA = source('2031-03-12-kkr-nordjylland-dagsorden.pdf', 'b');
export const BUNDLE = source('2031-03-12-bilag "æøå".pdf', 'c');
export const BROKEN = source('beskadiget.pdf', 'd');
export const NOTE = source('notat.txt', 'e', 'text/plain');

export const MEETING = meetingId('KKR Nordjylland', '2031-03-12');
