import type { ArchiveStore } from '../../core/archive-store.ts';
import { notFound } from '../failures.ts';
import { print, printJson } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';
import { attachmentText, documentText, itemText, meetingText } from './show-text.ts';

/** `kkr show`: whatever has that id: an item, a meeting, an appendix, a document, or a page of one. */
export async function show(id: string, flags: GlobalFlags & { json?: true }): Promise<void> {
  await withHouse(flags, async (house) => {
    const found = await find(await house.archive(), id);
    if (flags.json) printJson(found.record);
    else print(found.text);
  });
}

/** The most special kind of id first: every kind has a form of its own (core/ids.ts). */
async function find(archive: ArchiveStore, id: string): Promise<{ record: unknown; text: string }> {
  const [owner = id, page] = id.split('-side-');
  if (page === undefined) {
    const item = await archive.item(id);
    if (item) return { record: item, text: itemText(item) };
    const attachment = await archive.attachment(id);
    if (attachment) return { record: attachment, text: attachmentText(attachment) };
    const meeting = await archive.meeting(id);
    if (meeting) return { record: meeting, text: meetingText(meeting) };
  }
  const summary = await archive.document(owner);
  if (!summary) throw notFound(id);
  const reading = await archive.reading(summary.source.sha256);
  const pages = (reading?.pages ?? [])
    .filter(({ number }) => page === undefined || number === Number(page))
    .map(({ lines, words, size, ...kept }) => kept);
  if (page !== undefined && pages.length === 0) throw notFound(id);
  return { record: { ...summary, pages }, text: documentText(summary, pages) };
}
