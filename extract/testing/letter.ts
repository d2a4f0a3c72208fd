import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type GreyImage, toGrey } from '../ocr/grey.ts';
import { rawPage, stream } from './raw-pdf.ts';

/** A letter that scanners and their programs code in many ways; README.md beside its files says how. */
export const WIDTH = 1000;
export const HEIGHT = 340;
/** The page in points: the letter at 150 dots to the inch. */
export const [WIDE, HIGH] = [480, 163.2];
export const LETTER = [
  'Kommunekontaktrådet drøfter den fælles plan for kollektiv',
  'trafik. Rådet indstiller, at kommunerne tiltræder aftalen om',
  'økonomi, og at sekretariatet følger op på målene til sommer.',
  'Børn og unge skal have samme vilkår, også på Ærø og Læsø,',
  'og indsatsen følges hvert år af en fast arbejdsgruppe.',
];

const codings = new URL('./codings/', import.meta.url);
/** One of the letter's codings. */
export const coded = (name: string): Promise<Buffer> => readFile(new URL(name, codings));

/** The letter in black and white, as all its codings have it. */
export async function readLetter(): Promise<GreyImage> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(await coded('letter.png')), 0, 0);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  const grey = toGrey({ width: WIDTH, height: HEIGHT, kind: 3, data });
  if (grey === null) throw new Error('no letter');
  return grey;
}

export const image = (keys: string, data: Uint8Array, width = WIDTH, height = HEIGHT): string =>
  stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${keys}`, data);
export const GREY = '/ColorSpace /DeviceGray /BitsPerComponent';
export const ccitt = (k: number, more = ''): string =>
  `${GREY} 1 /Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${WIDTH} /Rows ${HEIGHT} ${more} >>`;

export interface Scan {
  /** Objects from 10 on; `I10` names the first. */
  readonly objects: Readonly<Record<number, string>>;
  readonly content?: string;
  readonly keys?: string;
  readonly box?: string;
}
export const FULL = `q ${WIDE} 0 0 ${HIGH} 0 0 cm /I10 Do Q`;
/** A page that is one such image. */
export const whole = (keys: string, data: Uint8Array): Scan => ({ objects: { 10: image(keys, data) } });

export function pageOf({ objects, content = FULL, keys = '', box = `[0 0 ${WIDE} ${HIGH}]` }: Scan): Buffer {
  const names = Object.keys(objects).map((number) => `/I${number} ${number} 0 R`);
  return rawPage({ content, keys, box }, objects, { resources: `/XObject << ${names.join(' ')} >>` });
}
