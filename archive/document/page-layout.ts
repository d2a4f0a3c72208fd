import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Page } from '../../core/document.ts';

/**
 * What only whoever draws or checks a page asks for: lines, boxes, repairs. It
 * is five times the size of the text and repeats itself, so it is kept deflated.
 */
const Layout = Page.omit({ number: true, text: true, origin: true, language: true });

export function packLayout(page: Page): Uint8Array {
  const { number, text, origin, language, ...layout } = page;
  return deflateRawSync(JSON.stringify(layout), { level: 5 });
}

export function unpackPage(
  row: Pick<Page, 'number' | 'text' | 'origin' | 'language'> & { layout: Uint8Array },
): Page {
  const { layout, ...plain } = row;
  const text = inflateRawSync(layout).toString('utf8');
  return { ...plain, ...Layout.parse(JSON.parse(text)) };
}
