import { expect, test } from 'vitest';
import { createNoOcr } from '../ocr/ocr-engine.none.ts';
import type { PageReading } from '../page-reading.ts';
import { readPdf } from '../read-pdf.ts';
import { lines, literal, rawPage, stream } from '../testing/raw-pdf.ts';

/** What is laid over a page: filled-in forms, text typed onto it, stamps, signatures. */
const PRINTED = [
  'Tilmelding til mødet',
  'Navn:',
  'Kommune:',
  'Bemærkninger:',
  '',
  '',
  'Deltager i spisning:',
];

async function read(pdf: Uint8Array): Promise<PageReading> {
  const { pages } = await readPdf(pdf, { ocr: createNoOcr(), knows: () => true }, { known: new Map() });
  const [page] = pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

/** The page's lines; where a field stands at some distance from its label is the layout's matter. */
const textOf = (page: PageReading): string[] => page.lines.map(({ text }) => text.replace(/\t/gu, ' '));

interface Laid {
  readonly annotations: readonly string[];
  readonly more?: Readonly<Record<number, string>>;
  readonly form?: string;
  readonly keys?: string;
}

/** The printed page with annotations over it, numbered from 20 on. */
function pageWith({ annotations, more = {}, form = '', keys = '' }: Laid): Buffer {
  const references = annotations.map((_, index) => `${20 + index} 0 R`).join(' ');
  const objects = Object.fromEntries(annotations.map((body, index) => [20 + index, body]));
  const acroForm = `/AcroForm << /Fields [${references}] /DA (/F1 11 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> ${form} >>`;
  return rawPage(
    { content: lines(PRINTED), keys: `/Annots [${references}] ${keys}` },
    { ...objects, ...more },
    { catalog: acroForm },
  );
}

const utf16 = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** An appearance: words from a point within it, in Windows-1252. */
function look(width: number, height: number, texts: readonly string[], font = '5 0 R'): string {
  const shown = texts.map((text) => `${literal(text)} Tj 0 -13 Td`).join(' ');
  const content = Buffer.from(`BT /F1 11 Tf 2 ${height - 13} Td ${shown} ET`, 'latin1');
  const keys = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}]`;
  return stream(`${keys} /Resources << /Font << /F1 ${font} >> >>`, content);
}

const annotation = (subtype: string, rect: string, keys: string): string =>
  `<< /Type /Annot /Subtype /${subtype} /Rect ${rect} /F 4 /P 3 0 R ${keys} >>`;

/** Fields beside their labels; `painted` says whether the form program drew them. */
function fields(painted: boolean): string[] {
  const look = (number: number): string => (painted ? `/AP << /N ${number} 0 R >>` : '');
  return [
    annotation('Widget', '[140 742 400 758]', `/FT /Tx /T (navn) /V ${utf16('Åse Sørensen')} ${look(40)}`),
    annotation(
      'Widget',
      '[140 728 400 744]',
      `/FT /Ch /Ff 131072 /T (kommune) /V (2) /Opt [[(1) (Kildebjerg)] [(2) ${utf16('Æblerød')}]] ${look(41)}`,
    ),
    annotation(
      'Widget',
      '[140 690 400 730]',
      `/FT /Tx /Ff 4096 /T (bem) /V ${utf16('Kommer kl. 10\nog går før frokost')} ${look(42)}`,
    ),
    annotation(
      'Widget',
      '[170 672 184 686]',
      '/FT /Btn /T (spis) /V /Ja /AS /Ja /AP << /N << /Ja 43 0 R /Off 44 0 R >> >>',
    ),
  ];
}
const LOOKS = {
  40: look(260, 16, ['Åse Sørensen']),
  41: look(260, 16, ['Æblerød']),
  42: look(260, 40, ['Kommer kl. 10', 'og går før frokost']),
  43: look(14, 14, ['4'], '45 0 R'),
  44: look(14, 14, []),
  45: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
};
const FILLED = [
  'Tilmelding til mødet',
  'Navn: Åse Sørensen',
  'Kommune: Æblerød',
  'Bemærkninger: Kommer kl. 10',
  'og går før frokost',
  'Deltager i spisning: ☒',
];

test.each([
  ['painted by the form program', { annotations: fields(true), more: LOOKS }],
  [
    'to be painted by whoever opens it',
    { annotations: fields(false), more: LOOKS, form: '/NeedAppearances true' },
  ],
  ['never painted', { annotations: fields(false), more: LOOKS }],
])('values of a form are read beside their labels: %s', async (_, laid) => {
  expect(textOf(await read(pageWith(laid)))).toEqual(FILLED);
});

test('boxes that are not ticked, buttons and secrets say nothing', async () => {
  const page = await read(
    pageWith({
      annotations: [
        annotation('Widget', '[170 672 184 686]', '/FT /Btn /T (a) /AS /Off /AP << /N << /Ja 43 0 R >> >>'),
        annotation('Widget', '[200 600 260 620]', '/FT /Btn /Ff 65536 /T (b) /AP << /N 40 0 R >>'),
        annotation('Widget', '[200 560 260 580]', '/FT /Tx /Ff 8192 /T (c) /V (hemmelig)'),
      ],
      more: LOOKS,
    }),
  );
  expect(textOf(page)).toEqual(PRINTED.filter((line) => line !== ''));
});

test('text typed onto a page, stamps and signatures are read; notes that must be opened are not', async () => {
  const page = await read(
    pageWith({
      annotations: [
        annotation('FreeText', '[60 600 400 620]', '/Contents (x) /AP << /N 50 0 R >>'),
        annotation(
          'FreeText',
          '[60 560 400 590]',
          `/Contents ${utf16('Fristen er\r1. maj')} /DA (/F1 11 Tf)`,
        ),
        annotation('Stamp', '[400 780 560 820]', '/Name /Draft /AP << /N 51 0 R >>'),
        annotation('Widget', '[60 100 400 130]', '/FT /Sig /T (s) /AP << /N 52 0 R >>'),
        annotation('Text', '[20 700 40 720]', '/Contents (Skal vi mene det?)'),
        annotation('Popup', '[20 500 240 620]', '/Contents (Skal vi mene det?)'),
        annotation('FreeText', '[60 300 400 320]', '/Contents (Slettet) /AP << /N 50 0 R >>').replace(
          '/F 4',
          '/F 2',
        ),
      ],
      more: {
        50: look(340, 20, ['Beløbet er rettet til 1,2 mio. kr.']),
        51: look(160, 40, ['UDKAST']),
        52: look(340, 30, ['Underskrevet digitalt af Åse Sørensen', 'Dato: 2024.03.01']),
      },
    }),
  );
  expect(textOf(page)).toEqual([
    'UDKAST',
    ...PRINTED.filter((line) => line !== ''),
    'Beløbet er rettet til 1,2 mio. kr.',
    'Fristen er',
    '1. maj',
    'Underskrevet digitalt af Åse Sørensen',
    'Dato: 2024.03.01',
  ]);
});

test('on a page that lies turned a field that nobody painted stands upright as shown', async () => {
  const [name = ''] = fields(false);
  const upright = 'BT /F1 11 Tf 0 1 -1 0 150 100 Tm (Navn:) Tj ET';
  const objects = { 20: name.replace('[140 742 400 758]', '[140 140 156 400]') };
  const form = '/AcroForm << /Fields [20 0 R] /DA (/F1 11 Tf) >>';
  const pdf = rawPage({ content: upright, keys: '/Annots [20 0 R] /Rotate 90' }, objects, { catalog: form });
  const page = await read(pdf);
  expect(textOf(page)).toEqual(['Navn: Åse Sørensen']);
  const [left = 0, top = 0, right = 0, bottom = 0] = page.lines[0]?.words[1]?.box ?? [];
  expect([left >= 140, right <= 400, top >= 138, bottom <= 158]).not.toContain(false);
});

test('a field with a box for each letter is read in words', async () => {
  const cells = [...'12 34 56']
    .map((digit, index) => `1 0 0 1 ${2 + 16 * index} 4 Tm (${digit}) Tj`)
    .join(' ');
  const keys = '/Type /XObject /Subtype /Form /BBox [0 0 140 16] /Resources << /Font << /F1 5 0 R >> >>';
  const comb = '/FT /Tx /Ff 16777216 /MaxLen 8 /T (tlf) /V (12 34 56)';
  for (const look of ['/AP << /N 40 0 R >>', '']) {
    const page = await read(
      pageWith({
        annotations: [annotation('Widget', '[140 742 280 758]', `${comb} ${look}`)],
        more: { 40: stream(keys, `BT /F1 11 Tf ${cells} ET`) },
        form: look === '' ? '/NeedAppearances true' : '',
      }),
    );
    expect(textOf(page)[1]).toBe('Navn: 12 34 56');
  }
});

test('a page with nothing but a stamp says what the stamp says', async () => {
  const stamp = annotation('Stamp', '[100 400 500 500]', '/AP << /N 40 0 R >>');
  const page = await read(rawPage({ content: '', keys: '/Annots [20 0 R]' }, { ...LOOKS, 20: stamp }));
  expect(page).toMatchObject({ origin: 'text-layer', lines: [{ text: 'Åse Sørensen' }] });
});

test('a field that nobody painted stands within its frame, as a painted one does', async () => {
  for (const painted of [true, false]) {
    const [name = ''] = fields(painted);
    const page = await read(pageWith({ annotations: [name], more: LOOKS, keys: '/UserUnit 2' }));
    const line = page.lines.find(({ text }) => text.includes('Åse'));
    const at = line?.text.indexOf('Åse') ?? -1;
    const [left, top, right, bottom] = line?.words.find(({ start }) => start === at)?.box ?? [0, 0, 0, 0];
    expect(left).toBeGreaterThanOrEqual(2 * 140);
    expect(right).toBeLessThan(2 * 400);
    expect(top).toBeGreaterThanOrEqual(2 * (842 - 758));
    expect(bottom).toBeLessThanOrEqual(2 * (842 - 742));
  }
});

const NOTE = 'Kun til internt brug';
const SIGN = { 40: '<< /Type /OCG /Name (Brev) >>', 41: '<< /Type /OCG /Name (Noter) >>' };
const onLayers = (rest: string, layers: Readonly<Record<number, string>> = SIGN): Buffer =>
  rawPage(
    {
      content: Buffer.concat([
        Buffer.from('/OC /L1 BDC '),
        lines(PRINTED.slice(0, 1)),
        Buffer.from(' EMC /OC /L2 BDC '),
        lines([NOTE], 60, 600),
        Buffer.from(' EMC /X1 Do '),
        lines(['Side 1'], 280, 30),
      ]),
    },
    {
      ...layers,
      42: stream(
        '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 41 0 R /Resources << /Font << /F1 5 0 R >> >>',
        lines([NOTE], 60, 500),
      ),
    },
    {
      catalog: `/OCProperties << /OCGs [40 0 R 41 0 R] /D << /Order [40 0 R 41 0 R] ${rest} >> >>`,
      resources: '/Properties << /L1 40 0 R /L2 41 0 R >> /XObject << /X1 42 0 R >>',
    },
  );

test.each([
  ['on', onLayers(''), [PRINTED[0], NOTE, NOTE, 'Side 1']],
  ['off', onLayers('/OFF [41 0 R]'), [PRINTED[0], 'Side 1']],
  ['on where all others are off', onLayers('/BaseState /OFF /ON [40 0 R]'), [PRINTED[0], 'Side 1']],
  [
    'not to be viewed',
    onLayers('', { ...SIGN, 41: '<< /Type /OCG /Name (N) /Usage << /View << /ViewState /OFF >> >> >>' }),
    [PRINTED[0], 'Side 1'],
  ],
  [
    'a member of a set of which all are off',
    onLayers('/OFF [43 0 R]', {
      40: SIGN[40],
      41: '<< /Type /OCMD /OCGs [43 0 R] /P /AnyOn >>',
      43: SIGN[41],
    })
      .toString('latin1')
      .replace('/OCGs [40 0 R 41 0 R]', '/OCGs [40 0 R 43 0 R]'),
    [PRINTED[0], 'Side 1'],
  ],
])('text on a layer that is %s', async (_, pdf, expected) => {
  const page = await read(typeof pdf === 'string' ? Buffer.from(pdf, 'latin1') : pdf);
  expect(textOf(page)).toEqual(expected);
});

test('of a text in two languages on two layers the one that is on is read', async () => {
  const paragraph = (tag: string, texts: readonly string[]): Buffer[] => [
    Buffer.from(`/OC /${tag} BDC `),
    lines(texts),
    Buffer.from(' EMC '),
  ];
  const danish = ['Rådet mødes i maj', 'Sekretariatet KKR', '2024'];
  const german = ['Der Rat tagt im Mai', 'Sekretariat KKR', '2024'];
  const pdf = rawPage(
    { content: Buffer.concat([...paragraph('L2', german), ...paragraph('L1', danish)]) },
    SIGN,
    {
      catalog: '/OCProperties << /OCGs [40 0 R 41 0 R] /D << /OFF [41 0 R] >> >>',
      resources: '/Properties << /L1 40 0 R /L2 41 0 R >>',
    },
  );
  expect(textOf(await read(pdf))).toEqual(danish);
});
