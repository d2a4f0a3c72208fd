import { expect, test } from 'vitest';
import { caseNumberInTitle, labelledCaseNumber, parseCaseLine } from './case-number.ts';

test.each([
  ['SAG-2022-00570 adr', 'SAG-2022-00570', ['adr']],
  ['SAG-2022-00570 asf/jebj', 'SAG-2022-00570', ['asf', 'jebj']],
  ['SAG-2022-00570 adr, jebj', 'SAG-2022-00570', ['adr', 'jebj']],
  ['SAG-2O22-0057O adr', 'SAG-2022-00570', ['adr']],
  ['SAG-2024-126', 'SAG-2024-00126', []],
  ['Sagsnr. 19/3143', '19/3143', []],
  ['Sagsnr. 2021/0004411', '2021/0004411', []],
  ['Sagsnr.: SAG-2019-01234', 'SAG-2019-01234', []],
  ['Sags ID: EMN-2017-00437', 'EMN-2017-00437', []],
  ['J.nr. 12/2281 / jn, tks', '12/2281', ['jn', 'tks']],
  ['Sag: SAG-2023-05210', 'SAG-2023-05210', []],
  ['Sagsnr.: SAG-2013-04120 Sagsbehandler: Karen Grøn, Ove Thy', 'SAG-2013-04120', ['Karen Grøn', 'Ove Thy']],
  ['03.02.00-P35-1-14', '03.02.00-P35-1-14', []],
  ['Sagsbehandler: ADR', null, ['ADR']],
  ['25-000345 | Sagsbehandler: Ida Løvstrøm', '25-000345', ['Ida Løvstrøm']],
  ['SAG-2017-00702 Imo', 'SAG-2017-00702', ['lmo']],
  ['12/2281, sagsbehandler: jn, tks', '12/2281', ['jn', 'tks']],
  ['12/1006 jn/tks', '12/1006', ['jn', 'tks']],
  ['Sag 2010-14477', 'SAG-2010-14477', []],
])('%s', (text, caseNumber, caseworkers) => {
  expect(parseCaseLine(text)).toMatchObject({ caseNumber, caseworkers });
});

test('tags beside a case number tell the type and whether the item is closed', () => {
  expect(parseCaseLine('Beslutningssag · SAG-2023-04410 · lha · pkr · 30 min. · Lukket punkt')).toEqual({
    caseNumber: 'SAG-2023-04410',
    caseworkers: ['lha', 'pkr'],
    type: 'beslutningssag',
    closed: true,
  });
});

test('what OCR makes of the dots between tags parts them too', () => {
  expect(parseCaseLine('Beslutningssag : SAG-2023-04933 : pkr+ 15 min.')).toMatchObject({
    caseNumber: 'SAG-2023-04933',
    caseworkers: ['pkr'],
    type: 'beslutningssag',
  });
  expect(parseCaseLine('Orienteringssag - SAG-2023-04692 - |ha - 15 min.')?.caseworkers).toEqual(['lha']);
});

test('facts in cells, or behind a type that stands on a ground of its own', () => {
  expect(parseCaseLine('Sagsnummer:\t2018-000671\tPunkttype:\tBeslutning')).toMatchObject({
    caseNumber: '2018-000671',
    type: 'beslutning',
  });
  expect(parseCaseLine('Drøftelse Sagsnummer: SAG-2022-05188')).toMatchObject({
    caseNumber: 'SAG-2022-05188',
    type: 'drøftelse',
  });
});

test.each([
  'Aftalen gælder 2021/22 og 2022/23',
  '19/3143 og mere tekst',
  'SAG-2022-00570 handler om noget andet',
  'Dok. ID: 3194663',
])('no case line: %s', (text) => {
  expect(parseCaseLine(text)).toBeNull();
});

test('a number in brackets or behind its label is taken off a title, and found behind its label in a letter', () => {
  expect(caseNumberInTitle('Ny aftale (Sagsnr. 19/3143)')).toEqual({
    title: 'Ny aftale',
    caseNumber: '19/3143',
    caseworkers: [],
  });
  expect(caseNumberInTitle('Letbane i Ring 3 Sagsnr. 12/14477 / dfa / kru')).toEqual({
    title: 'Letbane i Ring 3',
    caseNumber: '12/14477',
    caseworkers: ['dfa', 'kru'],
  });
  expect(caseNumberInTitle('Trafikplan 2016 SAG-2014-03711 hfh/bjl')).toEqual({
    title: 'Trafikplan 2016',
    caseNumber: 'SAG-2014-03711',
    caseworkers: ['hfh', 'bjl'],
  });
  expect(caseNumberInTitle('Sag 3 udgår')).toBeNull();
  expect(labelledCaseNumber('Sags ID: SAG-2022-00568')).toBe('SAG-2022-00568');
});
