/** The paragraphs, list entries, cells and headings of a page of help, as plain text. */
export function htmlParagraphs(html: string): string[] {
  const body = html.replaceAll(/<(head|script|style)[\s\S]*?<\/\1>/gu, '');
  return body.split(/<\/?(?:p|li|dt|dd|td|th|h\d|div|title)\b[^>]*>/iu).map((block) =>
    unescapeHtml(block.replaceAll(/<[^>]+>/gu, ''))
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function unescapeHtml(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|(\w+));/gu,
    (entity, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Number(code)) : (ENTITIES[name ?? ''] ?? entity),
  );
}
