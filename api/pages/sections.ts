import type { ItemRecord } from '../../core/archive-store.ts';
import type { Section } from '../../core/document.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './parts.ts';
import { prose } from './prose.ts';

const RECOMMENDATION = /^indstilling/i;
const DECISION = /^(beslutning|konklusion)/i;
const ATTACHMENTS = /^bilag/i;

/**
 * An item's sections: first what was proposed, then the matter in the order of
 * the document. Decision and attachments stand elsewhere on the page.
 */
export function sections(item: ItemRecord): Html {
  const recommended = item.sections.filter(({ heading }) => RECOMMENDATION.test(heading));
  const matter = item.sections.filter(
    ({ heading }) =>
      !RECOMMENDATION.test(heading) &&
      !(item.decision && DECISION.test(heading)) &&
      !(item.attachments.length > 0 && ATTACHMENTS.test(heading)),
  );
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
  return html`<section${style && html` class="${style}"`}><h2>${heading} ${source && pageLink(source, where)}${fromAgenda && html` <span class="quiet aside">fra dagsordenen</span>`}</h2>${prose(text)}</section>`;
}
