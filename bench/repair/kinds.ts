import iconv from 'iconv-lite';
import { damageText, type TextDamage } from '../../fixtures/damage/text-damage.ts';

/** Ways of damaging a clean page without a printer or a reader; OCR has a file of its own. */
export interface Kind {
  readonly name: string;
  damage(text: string, seed: number): string;
}

const misread =
  (...encodings: string[]) =>
  (text: string): string =>
    encodings.reduce((read, encoding) => iconv.decode(Buffer.from(read, 'utf8'), encoding), text);

const fixture = (kind: TextDamage) => (text: string, seed: number) => damageText(text, kind, seed);

export const KINDS: readonly Kind[] = [
  { name: 'UTF-8 as Windows-1252', damage: misread('windows-1252') },
  { name: 'UTF-8 as Latin-1', damage: misread('latin1') },
  { name: 'UTF-8 as MacRoman', damage: misread('macintosh') },
  { name: 'UTF-8 as CP850', damage: misread('cp850') },
  { name: 'UTF-8 as CP865', damage: misread('cp865') },
  { name: 'twice as Windows-1252', damage: misread('windows-1252', 'windows-1252') },
  { name: 'twice as Latin-1', damage: misread('latin1', 'latin1') },
  { name: 'Windows-1252 as CP865', damage: fixture('mojibake-dos') },
  { name: 'MacRoman as Windows-1252', damage: fixture('mojibake-mac') },
  { name: 'U+FFFD for æøå', damage: (text) => text.replace(/[æøåÆØÅ]/gu, '\ufffd') },
  { name: '? for æøå', damage: fixture('question-marks') },
  { name: 'blank for æøå', damage: (text) => text.replace(/[æøåÆØÅ]/gu, ' ') },
  { name: 'nothing for æøå', damage: fixture('letters-lost') },
  { name: 'decomposed', damage: fixture('decomposed') },
  { name: 'ligatures', damage: fixture('ligatures') },
  { name: 'soft hyphens', damage: fixture('soft-hyphens') },
  { name: 'line-end hyphens', damage: fixture('line-end-hyphens') },
  { name: 'torn words', damage: fixture('torn-words') },
  { name: 'letter-spaced', damage: fixture('letter-spaced') },
  { name: 'run together', damage: fixture('run-together') },
];
