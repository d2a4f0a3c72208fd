import type { ItemRecord } from '../core/archive-store.ts';
import type { Section } from '../core/document.ts';

/**
 * An item's sections as a reader wants them: what was proposed, and the matter in
 * the order of the document. Left out is what is told apart, the decision and the
 * list of attachments, and what the agenda says and the minutes say again.
 */
export function toldSections(item: ItemRecord): { recommended: Section[]; matter: Section[] } {
  const elsewhere = new Set<Role>();
  if (item.decision) elsewhere.add('decision');
  if (item.attachments.length > 0) elsewhere.add('attachments');
  const shown = item.sections.filter(
    (section) => !elsewhere.has(roleOf(section)) && !isSaidInMinutes(item, section),
  );
  return {
    recommended: shown.filter((section) => roleOf(section) === 'recommendation'),
    matter: shown.filter((section) => roleOf(section) !== 'recommendation'),
  };
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
