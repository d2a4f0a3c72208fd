import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

const read = (text: string) => segment({ name: 'dokument.pdf', pages: pagesOf(text) });

const POINTS = `
#1. Godkendelse af dagsorden
Indstilling
Det indstilles, at dagsordenen godkendes.

#2. Eventuelt
`;

describe('the day of the meeting, not of the letter', () => {
  test.each([
    ['Rebild, den 21. maj 2007', 'for KKR-møde onsdag den 30. maj 2007 kl. 10.00-12.30'],
    ['Dato: 21. maj 2007', 'Tillægsdagsorden til møde i KKR Nordjylland den 30. maj 2007 kl. 10.00'],
    [
      'Sendt: 21. maj 2007 15:42',
      'Emne: VS: Dagsorden - møde i KKR Nordjylland onsdag den 30. maj 2007 kl. 10-12',
    ],
    ['Rebild, den 4. juni 2007', 'fra møde i KKR Nordjylland onsdag den 30. maj 2007, kl. 10.00.'],
  ])('%s', (letter, title) => {
    const { meeting } = read(`KKR NORDJYLLAND

${letter}

#DAGSORDEN
${title}
${POINTS}`);
    expect(meeting).toMatchObject({ date: '2007-05-30', time: '10:00' });
  });

  test('a labelled day with its hour stands, whatever day a title speaks of', () => {
    const { meeting } = read(`#KKR SJÆLLAND
Dato: 19-06-2024 09:30
Dagsorden til møde i KKR Sjælland den 17. april 2024
${POINTS}`);
    expect(meeting).toMatchObject({ date: '2024-06-19', time: '09:30' });
  });

  test('a town and a day alone are a letter: the day of the meeting is left open', () => {
    const { meeting } = read(`KKR NORDJYLLAND

Rebild, den 21. maj 2007

#DAGSORDEN
${POINTS}`);
    expect(meeting.date).toBeNull();
  });

  test('a council and a day are the meeting, though a town and a day are not', () => {
    const { meeting } = read(`#Beslutningsreferat
KKR Midtjylland, 31. marts 2017
Kl. 13:00 i Regionshuset, Konference 2, Torvet 26, 8800 Viborg
${POINTS}`);
    expect(meeting).toMatchObject({
      date: '2017-03-31',
      time: '13:00',
      place: 'Regionshuset, Konference 2, Torvet 26, 8800 Viborg',
    });
  });

  test('the day under the title of a bundle', () => {
    const { meeting, kind } = read(`#Bilag til møde i KKR Nordjylland
Fredag den 2. februar 2018 kl. 9.30, Vodskov Kro

Punkt 3
Bilag 1: Følgebrev
`);
    expect(kind).toBe('bilag');
    expect(meeting).toMatchObject({ date: '2018-02-02', time: '09:30' });
  });
});

describe('a place that no label announces', () => {
  test.each([
    [
      'over the line end',
      'Møde mandag den 28. november 2011 kl. 9.30 i Skørping\nKulturhus',
      'Skørping Kulturhus',
    ],
    [
      'before the hour',
      'KKR Nordjylland, tirsdag den 24. august 2021, Scandic Kolding, kl. 13.00',
      'Scandic Kolding',
    ],
    [
      'with its address',
      'Onsdag den 1. marts 2023 kl. 14-16 på Musicon, Torvet 7, 4000 Roskilde',
      'Musicon, Torvet 7, 4000 Roskilde',
    ],
    [
      'behind the hour',
      'Møde torsdag den 23. april 2009 kl. 13.00 på Hotel Bølgen,\nHals',
      'Hotel Bølgen, Hals',
    ],
    [
      'below the day',
      'Mandag den 3. november 2008 kl. 9.00\ni Ulstrup Storcenter, lokale 2',
      'Ulstrup Storcenter, lokale 2',
    ],
    [
      'below the day, a town hall',
      '3. februar 2023, 09:00 til 11:45\nSkørping Rådhus, Søvej 1',
      'Skørping Rådhus, Søvej 1',
    ],
    [
      'in a sentence',
      'Torsdag den 23. november 2017 kl. 13.00. Mødet\nholdes på Hadsund Rådhus, Torvet 20, i lokale Åen.',
      'Hadsund Rådhus, Torvet 20, i lokale Åen',
    ],
  ])('%s', (_, head, place) => {
    const { meeting } = read(`#REFERAT
KKR Nordjylland
${head}

Afbud: Ida Holm
${POINTS}`);
    expect(meeting.place).toBe(place);
  });

  test('a person or a sentence below the day is no place', () => {
    for (const below of ['Formand: Ida Holm', 'Ida Holm, Vejen Kommune', 'Punkterne 3 og 4 er lukkede.']) {
      const { meeting } = read(`#REFERAT
KKR Nordjylland
Mandag den 3. november 2008 kl. 9.00
${below}
${POINTS}`);
      expect(meeting.place, below).toBeNull();
    }
  });
});

test('a label and its value with one space between them', () => {
  const { meeting } = read(`#DAGSORDEN
KKR Midtjylland
Mødedato 21.11.2018
Mødetidspunkt 13:30 - 16:00
${POINTS}`);
  expect(meeting).toMatchObject({ date: '2018-11-21', time: '13:30' });
});
