import { expect, test } from 'vitest';
import { sampleItem } from '../testing/sample.ts';
import { missingAppendices } from './missing.ts';

const owner = 'nordjylland-2031-03-04';
const missing = (attachments: readonly { title: string; link?: string }[]) =>
  missingAppendices(
    [
      {
        id: `${owner}-1`,
        owner,
        item: sampleItem('1', 'Sag', {
          attachments: attachments.map((each, at) => ({ number: at + 1, ...each })),
        }),
      },
    ],
    [],
  ).map(({ title }) => title);

test.each([
  'https://www.kl.dk/media/1234/notat.pdf',
  'https://dagsorden.example.dk/Bilag/17',
  'https://dagsorden.example.dk/Vis?documentId=7',
  'https://example.dk/GetAttachment.ashx?id=3',
  'https://example.dk/rapport.docx#side=3',
])('an entry that leads to a file is expected: %s', (link) => {
  expect(missing([{ title: 'Notat', link }])).toEqual(['Notat']);
});

test.each([
  'https://www.example.dk/nyheder/2031/flere-hjem',
  'https://www.example.dk/',
  'https://www.example.dk/udgivelser/rapport-om-trafik',
  'https://www.youtube.com/watch?v=abc',
])('a web page is no appendix that could be missing: %s', (link) => {
  expect(missing([{ title: 'Læs mere', link }, { title: 'Notat' }])).toEqual(['Notat']);
});
