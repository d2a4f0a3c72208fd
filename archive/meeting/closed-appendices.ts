import type { ListedAttachment } from '../../core/document.ts';
import type { DocumentKind } from '../../core/vocabulary.ts';
import { likeness } from '../matter/likeness.ts';
import { isSameTitle } from './missing.ts';

export interface AppendixOwner {
  readonly owner: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly closed: boolean;
  readonly attachments: readonly Pick<ListedAttachment, 'title'>[];
}

/**
 * Which appendices belong to closed items of their meeting. They go by the number
 * that an agenda gave, any agenda, since bundles are sent out with one; where none
 * gave it, by the minutes'. A file that names no item goes by its title, if a
 * closed item lists one that is as like as any that an open one lists.
 */
export function closedAppendices(
  appendices: readonly { readonly owner: string; readonly item: string | null; readonly title: string }[],
  items: readonly AppendixOwner[],
): boolean[] {
  const anyClosed = items.some((item) => item.closed);
  return appendices.map((appendix) => {
    if (!anyClosed) return false;
    const near = items.filter((item) => item.owner === appendix.owner);
    if (appendix.item === null) return isListedByClosed(appendix.title, near);
    const numbered = near.filter((item) => item.number === appendix.item);
    const agenda = numbered.filter((item) => item.kind === 'dagsorden');
    return (agenda.length > 0 ? agenda : numbered).some((item) => item.closed);
  });
}

function isListedByClosed(title: string, items: readonly AppendixOwner[]): boolean {
  const likest = (closed: boolean) =>
    items
      .filter((item) => item.closed === closed)
      .flatMap((item) => item.attachments)
      .filter((listed) => isSameTitle(listed.title, title))
      .reduce((most, listed) => Math.max(most, likeness(listed.title, title)), 0);
  const ofClosed = likest(true);
  return ofClosed > 0 && ofClosed >= likest(false);
}
