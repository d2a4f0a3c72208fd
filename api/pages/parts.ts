import type { ItemRecord } from '../../core/archive-store.ts';
import type { Source, Span } from '../../core/document.ts';
import type { BodyName, DocumentKind, Outcome } from '../../core/vocabulary.ts';
import { caseUrl, itemUrl, meetingUrl, originalUrl } from '../urls.ts';
import { capitalized, danishDate } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { KIND_WORD, OUTCOME_TONE, OUTCOME_WORD } from './words.ts';

/** Small pieces that several pages are made of. */

export function outcomeBadges(outcomes: readonly Outcome[]): Html | null {
  if (outcomes.length === 0) return null;
  return html`<ul class="badges" aria-label="Udfald">${outcomes.map(
    (outcome) => html`<li class="badge ${OUTCOME_TONE[outcome]}">${OUTCOME_WORD[outcome]}</li>`,
  )}</ul>`;
}

export function kindBadge(kind: DocumentKind): Html {
  return html`<span class="kind ${kind}">${KIND_WORD[kind]}</span>`;
}

export function dateTag(iso: string): Html {
  return html`<time datetime="${iso}">${danishDate(iso)}</time>`;
}

export function meetingLink(record: {
  meetingId: string | null;
  body: BodyName | null;
  date: string | null;
}): Part {
  const words = html`${record.body}${record.body && record.date && ', '}${record.date && dateTag(record.date)}`;
  return record.meetingId ? html`<a href="${meetingUrl(record.meetingId)}">${words}</a>` : words;
}

export function caseLink(caseNumber: string | null): Part {
  return caseNumber && html`<a class="case" href="${caseUrl(caseNumber)}">${caseNumber}</a>`;
}

/** Where the reader stands: links from the widest to the nearest, the page itself last. */
export function trail(...steps: readonly Part[]): Html {
  const shown = steps.filter((step) => step !== null && step !== undefined && step !== false);
  return html`<nav class="trail" aria-label="Sti"><ol>${shown.map((step) => html`<li>${step}</li>`)}</ol></nav>`;
}

/** An item in a list of a meeting or a case: what, what became of it, and the decision's gist. */
export function itemEntry(item: ItemRecord, undecided: Part = 'Ingen beslutning i arkivet endnu'): Html {
  return html`<li class="entry">
<h3><a href="${itemUrl(item.id)}">${item.number && html`<span class="number">${item.number}</span> `}${item.title}</a></h3>
${outcomeBadges(item.decision?.outcomes ?? [])}
${item.decision && gist(item.decision.text)}
<p class="facts">${join(
    [
      item.type && capitalized(item.type),
      item.closed && 'Lukket punkt',
      !item.decision && !item.closed && item.kind === 'dagsorden' && undecided,
      item.attachments.length > 0 && `${item.attachments.length} bilag`,
    ],
    ' · ',
  )}</p>
</li>`;
}

/** "KKR Nordjylland tiltrådte indstillingen." says no more than the badge above it. */
const FORMULA = 60;
const GIST = 200;

/** The beginning of a decision, where it says more than its outcome. */
function gist(decision: string): Html | null {
  const text = decision
    .replaceAll(/^\s*[-–•]\s+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text.length <= FORMULA) return null;
  const cut = text.length <= GIST ? text : `${text.slice(0, text.lastIndexOf(' ', GIST))} …`;
  return html`<p class="gist">${cut}</p>`;
}

/** Term and description pairs; those that are not known are left out. */
export function facts(...rows: readonly (readonly [term: string, description: Part])[]): Html {
  return html`<dl class="facts">${rows.map(
    ([term, description]) =>
      description !== null &&
      description !== undefined &&
      description !== false &&
      html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
  )}</dl>`;
}

/** "s. 4", never parted by a line end. */
export function pageMark(page: number): Html {
  return html`<span class="together">s. ${page}</span>`;
}

type ShownSource = Pick<Source, 'sha256' | 'withheld' | 'unread'>;

/** A link to the original at a page, or the words and why there is no link. */
export function originalLink(source: ShownSource, words: Part, page?: number): Html {
  return source.withheld
    ? html`${words} <span class="quiet">${source.unread ? UNREAD : WITHHELD}</span>`
    : html`<a href="${originalUrl(source.sha256, page)}">${words}</a>`;
}

/** Nobody knows what such an original closes. */
const UNREAD = '(originalen vises først, når den er læst)';
export const WITHHELD = '(originalen vises ikke, da den rummer lukkede punkter eller ulæste sider)';

/** Beside a heading: the page of the original that the text below it stands on. */
export function pageLink(source: ShownSource, where: readonly Span[] | undefined): Html | null {
  const page = where?.[0]?.page;
  if (page === undefined || source.withheld) return null;
  return html`<a class="aside" href="${originalUrl(source.sha256, page)}"><span class="unseen">Se originalen, </span>${pageMark(page)}</a>`;
}

export function chapterWords(chapter: { number: string | null; title: string }): string {
  return chapter.number ? `${chapter.number} ${chapter.title}` : chapter.title;
}
