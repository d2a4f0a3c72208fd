import type { ItemRecord } from '../../core/archive-store.ts';
import type { Section } from '../../core/document.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './parts.ts';
import { prose } from './prose.ts';

/**
 * An item's sections: first what was proposed, then the matter in the order of
 * the document. Decision and attachments stand elsewhere on the page.
 */
export function sections(item: ItemRecord): Html {
  const elsewhere = new Set<Role>();
  if (item.decision) elsewhere.add('decision');
  if (item.attachments.length > 0) elsewhere.add('attachments');
  const shown = item.sections.filter(
    (section) => !elsewhere.has(roleOf(section)) && !isSaidInMinutes(item, section),
  );
  const recommended = shown.filter((section) => roleOf(section) === 'recommendation');
  const matter = shown.filter((section) => roleOf(section) !== 'recommendation');
  return html`${recommended.map((section) => sectionPart(item, section, 'recommendation'))}
${matter.map((section) => sectionPart(item, section, null))}`;
}

/**
 * Minutes may carry a section of the agenda under another heading ("Resume" for
 * "Formål"); what the agenda proposed gives way to what the minutes propose.
 */
function isSaidInMinutes({ sections: all, fromAgenda }: ItemRecord, section: Section): boolean {
  if (!fromAgenda.includes(section.heading)) return false;
  const words = wordsOf(section.text);
  return all.some(
    (other) =>
      !fromAgenda.includes(other.heading) &&
      (wordsOf(other.text) === words ||
        (roleOf(section) === 'recommendation' && roleOf(other) === 'recommendation')),
  );
}

function wordsOf(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

type Role = NonNullable<Section['role']>;

/** Readings from before roles were noted have only their headings to go by. */
function roleOf({ role, heading }: Section): Role {
  if (role) return role;
  if (/^(?:det )?indstil/i.test(heading)) return 'recommendation';
  if (/^(?:beslut|konklusion)/i.test(heading)) return 'decision';
  return /^bilag/i.test(heading) ? 'attachments' : 'text';
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
