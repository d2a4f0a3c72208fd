import type { Repair } from '../../core/document.ts';

/**
 * Letters that a program wrote as a code for another program, which did not
 * turn it back: "&oslash;", "&#248;", "=C3=B8", "%C3%B8", "\u00f8".
 */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/** HTML 4.01, section 24: Latin-1 in its order, and what office programs use besides. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(' ').map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ...Object.entries({
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
  }),
  ...Object.entries({
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    euro: '€',
    trade: '™',
  }),
]);

const ENTITY = /&(?:(?<name>[A-Za-z]{2,6}[1-4]{0,2})|#(?<decimal>\d{2,5})|#[xX](?<hex>[0-9A-Fa-f]{2,4}));/gu;
/** Of two bytes, as all letters of Western Europe are, in the notation of mail or of addresses. */
const UTF8 = /(?<sign>[=%])[Cc][2-7]\k<sign>[89ABab][0-9A-Fa-f]/gu;
/** One byte of Latin-1 between letters, where a formula or a code has none. */
const MAIL = /(?<=\p{L})=(?:E[569]|F8|C[569]|D8)(?=\p{L})/gu;
const SOURCE = /\\u00[c-fC-F][0-9a-fA-F]|\\'[c-f][0-9a-f]/gu;

/** Addresses on the net are written so, and stay. */
const ADDRESS = /(?:https?:\/\/|www\.|mailto:)\S*$/iu;

export function escapes(text: string): Repair[] {
  if (!/[&=%\\]/u.test(text)) return [];
  const edits: Repair[] = [];
  const collect = (pattern: RegExp, mend: (found: RegExpExecArray) => string | undefined): void => {
    for (const found of text.matchAll(pattern)) {
      const [before] = found;
      const after = mend(found);
      if (after === undefined || ADDRESS.test(text.slice(Math.max(0, found.index - 300), found.index)))
        continue;
      const end = found.index + before.length;
      edits.push({ start: found.index, end, before, after, rule: 'escape', confidence: 1 });
    }
  };
  collect(ENTITY, ({ groups: { name, decimal, hex } = {} }) =>
    name === undefined
      ? printed(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
      : ENTITIES.get(name),
  );
  collect(UTF8, ([found]) => Buffer.from(found.replaceAll(/[=%]/gu, ''), 'hex').toString('utf8'));
  collect(MAIL, ([found]) => printed(Number.parseInt(found.slice(1), 16)));
  collect(SOURCE, ([found]) => printed(Number.parseInt(found.slice(-2), 16)));
  return edits.sort((a, b) => a.start - b.start);
}

/** The sign of a code, unless that is a control or half a sign. */
function printed(code: number): string | undefined {
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800)
    ? String.fromCodePoint(code)
    : undefined;
}
