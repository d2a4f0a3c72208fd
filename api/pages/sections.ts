import type { ItemRecord } from '../../core/archive-store.ts';
import type { Section } from '../../core/document.ts';
import { toldSections } from '../told-sections.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './parts.ts';
import { prose } from './prose.ts';

/** An item's sections; decision and attachments stand elsewhere on the page. */
export function sections(item: ItemRecord): Html {
  const { recommended, matter } = toldSections(item);
  return html`${recommended.map((section) => sectionPart(item, section, 'recommendation'))}
${matter.map((section) => sectionPart(item, section, null))}`;
}

function sectionPart(
  item: ItemRecord,
  { heading, text, where }: Section,
  style: 'recommendation' | null,
): Html {
  const fromAgenda = item.fromAgenda.includes(heading);
  const source = fromAgenda ? item.sources.find(({ kind }) => kind === 'dagsorden')?.source : item.source;
  const place = html`${source && pageLink(source, where)}${fromAgenda && html` <span class="quiet aside">fra dagsordenen</span>`}`;
  // What an item says before its first heading stands right under its title, and has none of its own.
  const head = heading === '' ? html`<p>${place}</p>` : html`<h2>${heading} ${place}</h2>`;
  return html`<section${style && html` class="${style}"`}>${head}${prose(text)}</section>`;
}
