import { expect, test } from 'vitest';
import { loadTools } from '../open.ts';
import { readDocument } from '../read-document.ts';
import { ccitt, coded, HIGH, image, LETTER, WIDE } from '../testing/letter.ts';
import { literal, rawPage, stream } from '../testing/raw-pdf.ts';

test('a stamp, a note and a field over a scan are read with it, each once and in its place', async () => {
  const look = (text: string, size: number): string =>
    stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 300 40] /Resources << /Font << /F1 5 0 R >> >>',
      Buffer.from(`BT /F1 ${size} Tf 4 12 Td ${literal(text)} Tj ET`, 'latin1'),
    );
  const laid = (subtype: string, rect: string, keys: string): string =>
    `<< /Type /Annot /Subtype /${subtype} /Rect ${rect} /F 4 ${keys} >>`;
  const pdf = rawPage(
    {
      content: `q ${WIDE} 0 0 ${HIGH} 0 200 cm /I10 Do Q`,
      box: '[0 0 480 400]',
      keys: '/Annots [20 0 R 21 0 R 22 0 R]',
    },
    {
      10: image(ccitt(-1), await coded('letter.g4')),
      20: laid('FreeText', '[30 120 330 160]', '/AP << /N 30 0 R >>'),
      21: laid('Stamp', '[150 365 450 405]', '/AP << /N 31 0 R >>'),
      22: laid('Widget', '[30 40 330 60]', '/FT /Tx /T (nr) /V (Journalnummer 2020-123) /DA (/F1 11 Tf 0 g)'),
      30: look('Beløbet er rettet til 1,2 mio. kr.', 11),
      31: look('UDKAST', 24),
    },
    {
      resources: '/XObject << /I10 10 0 R >>',
      catalog: '/AcroForm << /Fields [22 0 R] /DR << /Font << /F1 5 0 R >> >> >>',
    },
  );
  const tools = loadTools('tesseract');
  const { pages } = await readDocument(pdf, 'brev.pdf', tools);
  await tools.ocr.close();
  expect(pages[0]?.lines.map(({ text }) => text)).toEqual([
    'UDKAST',
    ...LETTER,
    'Beløbet er rettet til 1,2 mio. kr.',
    'Journalnummer 2020-123',
  ]);
});
