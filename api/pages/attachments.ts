import type { AttachmentSummary, ItemRecord } from '../../core/archive-store.ts';
import { appendixUrl, originalUrl } from '../urls.ts';
import { danishPages } from './format.ts';
import { type Html, html } from './html.ts';
import { originalLink } from './parts.ts';

/** The attachments that an item lists, each with the appendix received for it, and those received unlisted. */
export function attachmentList(item: Pick<ItemRecord, 'attachments' | 'appendices'>): Html | null {
  const left = [...item.appendices];
  const rows = item.attachments.map((listed) => {
    const at = left.findIndex((appendix) => appendix.number === listed.number || sameTitle(appendix, listed));
    const received = at < 0 ? null : (left.splice(at, 1)[0] ?? null);
    return { number: listed.number, title: listed.title, received };
  });
  for (const received of left) rows.push({ number: received.number ?? 0, title: received.title, received });
  if (rows.length === 0) return null;
  return html`<section class="attachments"><h2>Bilag</h2><ul class="plain">${rows.map(
    ({ number, title, received }) =>
      html`<li>${number > 0 && html`<span class="number">${number}</span> `}${
        received
          ? html`<a href="${appendixUrl(received.id)}">${title}</a> ${original(received)}`
          : html`${title} <span class="quiet">ikke modtaget</span>`
      }</li>`,
  )}</ul></section>`;
}

function original({ source, pages }: AttachmentSummary): Html {
  if (source.withheld) return originalLink(source, '');
  return html`<a class="quiet" href="${originalUrl(source.sha256, pages?.[0])}">original${pages && `, ${danishPages(pages)}`}</a>`;
}

function sameTitle(one: { title: string }, other: { title: string }): boolean {
  return one.title.trim().toLowerCase() === other.title.trim().toLowerCase();
}
