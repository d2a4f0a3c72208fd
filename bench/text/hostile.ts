import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { FILE_DAMAGE, type FileDamage } from '../../fixtures/damage/file-damage.ts';
import { seeded } from '../../fixtures/damage/random.ts';

/** A file that is broken or means harm. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ENDINGS: Record<string, (bytes: Uint8Array, seed: number) => Uint8Array> = {
  ...FILE_DAMAGE,
  'bit-flips': (bytes, seed) => flipBits(bytes, seed),
  'huge-numbers': (bytes, seed) =>
    rewrite(bytes, seed, /\b\d{1,6}\b/gu, (random) =>
      random.pick(['99999999999', '-1', '4294967296', '1e308', '0']),
    ),
  'swapped-objects': (bytes, seed) => swapReferences(bytes, seed),
  'lost-names': (bytes, seed) =>
    rewrite(bytes, seed, /\/(?:Type|Kids|Pages|Contents|Length|Filter|Font|Resources)\b/gu, () => '/Xyz'),
};

/** `perFile` damaged copies of a file by every kind of damage. */
export function damagedCopies(name: string, bytes: Uint8Array, perFile: number): HostileFile[] {
  return Object.entries(ENDINGS).flatMap(([kind, damage]) =>
    Array.from({ length: kind === ('empty' satisfies FileDamage) ? 1 : perFile }, (_, seed) => ({
      name: `${kind}-${seed}-${name}`,
      bytes: damage(bytes, seed + 1),
    })),
  );
}

function flipBits(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const copy = Uint8Array.from(bytes);
  for (let count = 0; count < 200; count++) {
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return copy;
}

/** Rewrites one in ten of what a pattern finds outside streams, as far as bytes can tell. */
function rewrite(
  bytes: Uint8Array,
  seed: number,
  pattern: RegExp,
  change: (random: ReturnType<typeof seeded>) => string,
): Uint8Array {
  const random = seeded(seed);
  const text = Buffer.from(bytes).toString('latin1');
  const parts = text.split(/(stream\r?\n[\s\S]*?endstream)/u);
  const changed = parts.map((part, index) =>
    index % 2 === 1
      ? part
      : part.replace(pattern, (found) => (random.below(10) === 0 ? change(random) : found)),
  );
  return Uint8Array.from(Buffer.from(changed.join(''), 'latin1'));
}

/** References lead to other objects than they should, some of them in circles. */
function swapReferences(bytes: Uint8Array, seed: number): Uint8Array {
  return rewrite(bytes, seed, /\b\d+ 0 R\b/gu, (random) => `${1 + random.below(20)} 0 R`);
}

/** Files made to harm: deep, endless, enormous, or dressed up as something else. */
export async function hostileFiles(options: { large: boolean }): Promise<HostileFile[]> {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  return [
    { name: 'not-a-pdf.pdf', bytes: Buffer.from('GIF89a not a PDF at all') },
    { name: 'picture.docx', bytes: Buffer.from('PK\u0003\u0004') },
    { name: 'no-xref.pdf', bytes: withoutXref(await pages(3)) },
    ...(options.large ? await manyPages() : []),
    { name: 'deep-array.pdf', bytes: plain(`<< /Type /Catalog /Pages 2 0 R /Deep ${deep} >>`) },
    {
      name: 'pages-in-a-circle.pdf',
      bytes: plain('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>'),
    },
    { name: 'form-in-itself.pdf', bytes: formInItself() },
    { name: 'enormous-image.pdf', bytes: enormousImage() },
    { name: 'endless-text.pdf', bytes: endlessText() },
    {
      name: 'page-as-large-as-a-field.pdf',
      bytes: plain(
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000 1000000] >>',
      ),
    },
  ];
}

/** As many pages as are read, and one more. */
async function manyPages(): Promise<HostileFile[]> {
  return [
    { name: 'ten-thousand-pages.pdf', bytes: await pages(10_000) },
    { name: 'too-many-pages.pdf', bytes: await pages(10_001) },
  ];
}

async function pages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= count; page++)
    document.addPage([200, 200]).drawText(`Side ${page}`, { x: 20, y: 20, size: 12, font });
  return document.save();
}

function withoutXref(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Uint8Array.from(Buffer.from(text.slice(0, text.lastIndexOf('startxref')), 'latin1'));
}

/** A PDF of these objects, numbered from 1, without a cross-reference table: a reader rebuilds that. */
function plain(...objects: string[]): Uint8Array {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(
    `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`,
    'latin1',
  );
}

const PAGE = (resources: string): string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${resources} >> >>`,
];
const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function formInItself(): Uint8Array {
  const form = stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >>',
    '/F Do /F Do',
  );
  return plain(...PAGE('/XObject << /F 5 0 R >>'), stream('', '/F Do'), form);
}

/** Says that it has 900 million pixels and brings a handful. */
function enormousImage(): Uint8Array {
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
    'x'.repeat(1000),
  );
  return plain(...PAGE('/XObject << /I 5 0 R >>'), stream('', 'q 200 0 0 200 0 0 cm /I Do Q'), image);
}

function endlessText(): Uint8Array {
  const content = `BT /F 10 Tf ${'1 0 0 1 10 10 Tm (kommune) Tj '.repeat(300_000)} ET`;
  return plain(
    ...PAGE('/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'),
    stream('', content),
  );
}
