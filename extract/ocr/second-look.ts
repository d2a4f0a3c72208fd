import type { OcrEngine, OcrLine, OcrResult, OcrWord } from '../../core/ocr-engine.ts';
import type { GreyImage } from './grey.ts';

/**
 * The Danish model has no "@" and no "§": it gives "kkrØkl.dk" and "8 12". The
 * English one has both and tells "§ 12" from "8 12", so words that may hold such a
 * sign are looked at once more with it, cut out of the picture and set under each
 * other. Of what it reads only the sign is taken.
 */
export async function lookAgain(
  result: OcrResult,
  grey: GreyImage,
  ask: (picture: GreyImage) => ReturnType<OcrEngine['recognize']>,
): Promise<OcrResult> {
  const doubts = result.lines.flatMap(doubtsIn).slice(0, MOST);
  if (doubts.length === 0) return result;
  const boxes = [...new Set(doubts.map(({ box }) => box))];
  const { picture, tops } = cutOut(grey, boxes);
  const read = await ask(picture);
  if (read === null) return result;
  const better = new Map<OcrWord, OcrWord>();
  for (const doubt of doubts) {
    const index = boxes.indexOf(doubt.box);
    const [top = 0, bottom = picture.height] = [tops[index], tops[index + 1]];
    const words = read.lines
      .flatMap((line) => line.words)
      .filter(({ box }) => box[1] + box[3] >= 2 * top && box[1] + box[3] < 2 * bottom)
      .sort((a, b) => a.box[0] - b.box[0]);
    const text = doubt.mend(words.map((word) => word.text).join(''));
    if (text !== null) better.set(doubt.word, { ...doubt.word, text });
  }
  if (better.size === 0) return result;
  const lines = result.lines.map((line) => ({
    ...line,
    words: line.words.map((word) => better.get(word) ?? word),
  }));
  return { ...result, lines };
}

interface Doubt {
  readonly word: OcrWord;
  /** What is cut out: the word; the line where it is a sign, too small to be read alone. */
  readonly box: OcrWord['box'];
  /** The word with its sign, by what the other model read (without blanks); null where there is none. */
  readonly mend: (read: string) => string | null;
}

/** More of them are a table of figures, not paragraphs of a law. */
const MOST = 40;
/** What § comes out as; a number follows it. */
const SIGN = /^\(?(?:[8$&S5]|88|\$\$|SS|8\$|\$8)$/u;
const NUMBER = /^\d{1,3}(?:[-–]\d{1,3})?[a-z]?[.,;:)]*$/u;
/** A word that ends like an address and does not begin like one of a page. */
const DOMAIN = /^(?!www\.|https?:)[^\s@/]{3,}\.(?:dk|com|eu|org|net|nu|se|no|de)[.,;:)]*$/iu;

function doubtsIn({ words }: OcrLine): Doubt[] {
  const whole = boxAround(words);
  return words.flatMap((word, index): Doubt[] => {
    const number = words[index + 1]?.text ?? '';
    if (SIGN.test(word.text) && NUMBER.test(number)) {
      // Only paragraphs have a "stk.", whatever the sign before them was read as.
      const isLaw = number.endsWith(',') && words[index + 2]?.text === 'stk.';
      return [
        { word, box: whole, mend: (read) => paragraphSign(word.text, parseInt(number, 10), read, isLaw) },
      ];
    }
    return DOMAIN.test(word.text) ? [{ word, box: word.box, mend: (read) => address(word.text, read) }] : [];
  });
}

function paragraphSign(danish: string, number: number, read: string, isLaw: boolean): string | null {
  const seen = read.match(new RegExp(`§{1,2}(?=${number}(?!\\d))`, 'u'))?.[0];
  const sign = seen ?? (isLaw ? '§' : undefined);
  return sign === undefined ? null : `${danish.startsWith('(') ? '(' : ''}${sign}`;
}

function boxAround(words: readonly OcrWord[]): OcrWord['box'] {
  const edge = (at: 0 | 1 | 2 | 3): number[] => words.map(({ box }) => box[at]);
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))];
}

/** What "@" comes out as, between name and domain. */
const AT = /^(?:\(|l|I)?[ØÆQ©®æøDO0@]/u;

/** The address with its sign: letters by the Danish reading where they agree, as it knows domains in Danish better. */
export function address(danish: string, english: string): string | null {
  const open = danish.match(/^[("'<[]*/u)?.[0] ?? '';
  const [, name, domain] = english.match(/^[("'<[]*([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)/u) ?? [];
  if (name === undefined || domain === undefined) return null;
  const end = danish.match(/[.,;:)]*$/u)?.[0] ?? '';
  const bare = danish.slice(open.length, danish.length - end.length);
  if (!bare.toLowerCase().startsWith(name.toLowerCase())) return `${open}${name}@${domain}${end}`;
  const rest = bare.slice(name.length).replace(AT, '');
  const agrees = Math.abs(rest.length - domain.length) <= 1 && rest.slice(-3) === domain.slice(-3);
  return `${open}${bare.slice(0, name.length)}@${agrees ? rest : domain}${end}`;
}

/** The boxes under each other on white, each with room around it; `tops` has where each begins. */
function cutOut(grey: GreyImage, boxes: readonly OcrWord['box'][]): { picture: GreyImage; tops: number[] } {
  const sizes = boxes.map((box) => [box[2] - box[0], box[3] - box[1]] as const);
  const room = Math.max(12, ...sizes.map(([, height]) => height));
  const width = Math.max(...sizes.map(([wide]) => wide)) + 2 * room;
  const tops: number[] = [];
  let height = 0;
  for (const [, high] of sizes) {
    tops.push(height);
    height += high + room;
  }
  const data = new Uint8Array(width * (height + room)).fill(255);
  for (const [index, box] of boxes.entries()) {
    const top = (tops[index] ?? 0) + (room >> 1);
    for (let y = box[1]; y < box[3]; y++) {
      const row = grey.data.subarray(y * grey.width + box[0], y * grey.width + box[2]);
      data.set(row, (top + y - box[1]) * width + room);
    }
  }
  return { picture: { width, height: height + room, data }, tops };
}
