import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { createNoOcr } from '../ocr/ocr-engine.none.ts';
import { type PdfReading, readPdf } from '../read-pdf.ts';
import { lines, literal, rawPage, rawPdf, stream } from '../testing/raw-pdf.ts';

/** Files that are put together in ways that programs use and libraries seldom write. */
const read = (pdf: Uint8Array): Promise<PdfReading> =>
  readPdf(pdf, { ocr: createNoOcr(), knows: () => true }, { known: new Map() });
const textOf = ({ pages }: PdfReading): string[][] => pages.map((page) => page.lines.map(({ text }) => text));

const TEXT = 'Punkt 1: Ændring af vedtægter på mødet';

/** The file with one object more or changed, as programs append what a signature covers or a clerk corrects. */
function updated(pdf: Buffer, number: number, body: string): Buffer {
  const text = pdf.toString('latin1');
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? '0';
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const offset = String(text.length).padStart(10, '0');
  const table = `xref\n${number} 1\n${offset} 00000 n \ntrailer\n<< /Size 99 /Root 1 0 R /Prev ${before} >>`;
  const start = text.length + object.length;
  return Buffer.from(`${text}${object}${table}\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

/** A table of old with what new programs find packed: the font, by an extra table (ISO 32000-1, 7.5.8.4). */
function hybrid(): Buffer {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  const objects = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    4: stream('', lines([TEXT])),
    7: stream('/Type /ObjStm /N 1 /First 4', `5 0 ${font}`),
    // Of object 5: it lies in object 7, as its first.
    8: stream('/Type /XRef /Size 9 /W [1 2 1] /Index [5 1]', Buffer.from([2, 0, 7, 0])),
  };
  const plain = rawPdf(objects).toString('latin1');
  const at = plain.indexOf('8 0 obj');
  return rawPdf(objects, { keys: `/XRefStm ${at}` });
}

async function packed(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(TEXT, { x: 60, y: 760, size: 11, font });
  return await document.save({ useObjectStreams: true });
}

const printed = rawPage({ content: lines([TEXT]) });
const signature = {
  20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (underskrift) /V 21 0 R /Rect [0 0 0 0] /F 132 >>',
  21: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 900 1500 400] /Contents <${'00'.repeat(300)}> >>`,
};

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['a table and a trailer', () => printed],
  ['objects in streams', packed],
  ['both, for old programs and new', hybrid],
  ['PDF 2.0', () => rawPage({ content: lines([TEXT]) }, {}, { catalog: '/Version /2.0' })],
  [
    'corrected once: the newest counts',
    () => updated(rawPage({ content: lines(['Punkt 1: Udkast']) }), 4, stream('', lines([TEXT]))),
  ],
  [
    'corrected twice',
    () => {
      const once = updated(rawPage({ content: lines(['Udkast']) }), 4, stream('', lines(['Andet udkast'])));
      return updated(once, 4, stream('', lines([TEXT])));
    },
  ],
  [
    'signed where nobody sees it',
    () =>
      rawPage({ content: lines([TEXT]), keys: '/Annots [20 0 R]' }, signature, {
        catalog: '/AcroForm << /Fields [20 0 R] /SigFlags 3 >>',
      }),
  ],
  [
    'page labels, and resources of the tree of pages',
    () =>
      rawPdf({
        1: '<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r /St 7 >>] >> >>',
        2: '<< /Type /Pages /Kids [6 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>',
        3: '<< /Type /Page /Parent 6 0 R /Contents [4 0 R 7 0 R] >>',
        4: stream('', 'BT /F1 11 Tf 60 760 Td'),
        5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
        6: '<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>',
        7: stream('', Buffer.from(`${literal(TEXT)} Tj ET`, 'latin1')),
      }),
  ],
])('is read: %s', async (_, make) => {
  const reading = await read(await make());
  expect(textOf(reading)).toEqual([[TEXT]]);
  expect(reading.warnings).toEqual([]);
});

const WAIT = [
  'Please wait...',
  'If this message is not eventually replaced with the proper contents of the document, your PDF',
  'viewer may not be able to display this type of document.',
];
const XFA = { 30: stream('', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>') };

test('a form that only Adobe Reader can set is refused with that reason; one that is printed is read', async () => {
  const form = (content: readonly string[]): Buffer =>
    rawPage({ content: lines(content) }, XFA, { catalog: '/AcroForm << /Fields [] /XFA 30 0 R >>' });
  await expect(read(form(WAIT))).rejects.toMatchObject({ code: 'pdf-dynamic-form' });
  expect(textOf(await read(form([TEXT])))).toEqual([[TEXT]]);
});

test.each([
  ['a portfolio', '/Collection << /Type /Collection /View /D >>', 'bilag 1.pdf', 'is a portfolio of'],
  ['an attachment', '', 'Høringssvar.docx', 'encloses'],
])('%s is told of, as what it encloses is not read', async (_, keys, name, what) => {
  const pdf = rawPage(
    { content: lines(['Se bilaget.']) },
    {
      30: `<< /Type /Filespec /F ${literal(name)} /EF << /F 31 0 R >> >>`,
      31: stream('/Type /EmbeddedFile', printed),
    },
    { catalog: `/Names << /EmbeddedFiles << /Names [(bilag) 30 0 R] >> >> ${keys}` },
  );
  expect((await read(pdf)).warnings).toEqual([
    { code: 'enclosed-files', message: `The PDF ${what} files that are not read: ${name}.`, page: null },
  ]);
  const log = Buffer.from(
    pdf.toString('latin1').replace(literal(name), literal('evidence-log.xml'.slice(0, name.length))),
    'latin1',
  );
  expect((await read(log)).warnings).toEqual([]);
});
