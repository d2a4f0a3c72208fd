import { expect, test } from 'vitest';
import type { PageLine } from '../../core/document.ts';
import { segment } from './segment.ts';
import { inShort, pagesOf } from './testing.ts';

/** Agendas and minutes in the dress of letters, pages of the web and lists of decisions; none of them ever was. */
function read(text: string) {
  return segment({ name: 'dokument.pdf', pages: pagesOf(text) });
}

test('a letter that is an agenda: bold points close together, recommendations within the text', () => {
  const { items } = read(`#KKR NORDJYLLAND
v/ formanden

##DAGSORDEN

for KKR-møde torsdag den 7. juni 2007 kl. 10.00
#1. Velkomst
#2. Færgerne til øerne
Regionen har sendt et udkast i høring.
Formandskabet indstiller, at udkastet anbefales kommunerne.
#3. Valg til nævnet
Der skal vælges to.
Det indstilles,
at KKR vælger et medlem,
at KKR vælger en suppleant.
#4. Eventuelt
Med venlig hilsen
`);
  expect(items.map(({ number, title, recommendations }) => [number, title, recommendations])).toEqual([
    ['1', 'Velkomst', []],
    ['2', 'Færgerne til øerne', ['udkastet anbefales kommunerne']],
    ['3', 'Valg til nævnet', ['KKR vælger et medlem', 'KKR vælger en suppleant']],
    ['4', 'Eventuelt', []],
  ]);
});

test('points counted with two digits, facts in cells, and marks that the public may listen', () => {
  const document = read(`##KKR Midtjylland
##DAGSORDEN – ORDINÆRT MØDE

#01\tGODKENDELSE AF DAGSORDEN (åbent)
Sagsnummer:\t2018-000671\tPunkttype:\tBeslutning
#FORMANDSKABET INDSTILLER
At dagsordenen godkendes.

#02\tTAKSTER PÅ OMRÅDET (lukket)
Sagsnummer:\t2017-011938\tPunkttype:\tDrøftelse
#FORMANDSKABET INDSTILLER
At KKR drøfter taksterne.
At KKR siger, hvad der skal arbejdes videre med.
`);
  expect(inShort(document)).toEqual([
    '1 beslutning: GODKENDELSE AF DAGSORDEN (2018-000671):',
    '2 drøftelse: TAKSTER PÅ OMRÅDET (2017-011938) [closed]:',
  ]);
  expect(document.items[1]?.recommendations).toEqual([
    'KKR drøfter taksterne',
    'KKR siger, hvad der skal arbejdes videre med',
  ]);
});

test('"Beslutningstema" beside a recommendation only tells what the item is about', () => {
  const { items } = read(`##Dagsorden
##KKR Nordjylland den 19. april 2024

#1. (Offentlig) Godkendelse af dagsorden
Sagsnr.: 2024-003311
#Beslutningstema
Dagsordenen forelægges til godkendelse.
#Indstilling
Sekretariatet indstiller, at dagsordenen godkendes.

#2. (Offentlig) Kystvandråd
Sagsnr.: 2024-001456
#Beslutningstema
KKR skal tage stilling til rådene.
#Indstilling
Sekretariatet indstiller, at KKR anbefaler rådene.
`);
  expect(items.map(({ title, recommendations }) => [title, recommendations])).toEqual([
    ['Godkendelse af dagsorden', ['dagsordenen godkendes']],
    ['Kystvandråd', ['KKR anbefaler rådene']],
  ]);
});

function withBox(line: PageLine, i: number): PageLine {
  return { ...line, box: [60, 20 * i, 60 + 5 * line.text.length, 20 * i + 12] };
}

test('a heading over two lines is one, and a word that a hyphen parts opens no paragraph', () => {
  const pages = pagesOf(`##Referat
##KKR Midtjylland den 5. marts 2013

##Punkt 1. Botilbud til borgere med hjernes-

##kade
#Beskrivelse af
#sagen
Ventetiden er otte måneder.
#Beslutning
Taget til efterretning.

##Punkt 2. Tomme boliger i land-

##distrikterne
#Beskrivelse af
#sagen
Midlerne er brugt.
#Beslutning
Drøftet.
`).map((page) => ({ ...page, lines: page.lines.map(withBox) }));
  const { items } = segment({ name: 'dokument.pdf', pages });
  expect(items.map(({ title, sections }) => [title, sections.map(({ heading }) => heading)])).toEqual([
    ['Botilbud til borgere med hjerneskade', ['Beskrivelse af sagen', 'Beslutning']],
    ['Tomme boliger i landdistrikterne', ['Beskrivelse af sagen', 'Beslutning']],
  ]);
});

test('a dated decision whose heading fills a narrow column, beside its text', () => {
  const pages = pagesOf(`##Referat
##KKR Syddanmark den 14. marts 2014

##Punkt 1. Forretningsorden
#Indstilling\tDet indstilles, at forretningsordenen godkendes.
Beslutning i KKR Syd-\tIndstillingen blev tiltrådt.
#danmark den 14-03-2014:

##Punkt 2. Sorteringsanlæg
#Indstilling\tDet indstilles, at placeringen anbefales.
Beslutning i KKR Syd- Sagen blev udsat.
#danmark den 14-03-2014:
`).map((page) => ({ ...page, lines: page.lines.map(withBox) }));
  const { items } = segment({ name: 'dokument.pdf', pages });
  expect(items.map(({ decision }) => [decision?.text, decision?.outcomes])).toEqual([
    ['Indstillingen blev tiltrådt.', ['approved']],
    ['Sagen blev udsat.', ['postponed']],
  ]);
  expect(items[0]?.sections.map(({ heading }) => heading)).toEqual([
    'Indstilling',
    'Beslutning i KKR Syddanmark den 14-03-2014',
  ]);
});

test('a protocol from a typewriter: the filing number at the right margin, rules between the cases', () => {
  const document = read(`KOMMUNEKONTAKTRÅD SJÆLLAND
BESLUTNINGSPROTOKOL

for mødet mandag den 3. november 2008 kl. 9.00

________________________________________

Sag nr. 1\tJ.nr. 01.02.05-A00
GODKENDELSE AF DAGSORDEN

Beslutning: Dagsordenen godkendt.

________________________________________

Sag nr. 2\tJ.nr. 27.00.00-P35
SUNDHEDSAFTALENS AFSNIT OM GENOPTRÆNING

INDSTILLING:
Formandskabet indstiller, at forslaget godkendes.

Beslutning: Udsat.

________________________________________

Sag nr. 3 EVENTUELT\tJ.nr. 01.02.05-A00

Beslutning: Intet.
`);
  expect(inShort(document)).toEqual([
    '1 GODKENDELSE AF DAGSORDEN: approved',
    '2 SUNDHEDSAFTALENS AFSNIT OM GENOPTRÆNING: postponed',
    '3 EVENTUELT:',
  ]);
  expect(document.items[1]?.decision?.text).toBe('Udsat.');
});

test('an agenda listed in a letter, right below the word that says so', () => {
  const { items } = read(`#Møde i KKR Sjælland torsdag den 23. november 2017

Hermed dagsorden for mødet.

#Dagsorden
1. Godkendelse af referat (bilag: Referat 14-09-17)
2. Budget 2018 for projektpuljen (bilag 1)
Indstilling: at budgettet godkendes.
3. Ny ferielov – konsekvenser for kommunerne
Indstilling: at orienteringen tages til efterretning.
4. Eventuelt

Venlig hilsen
`);
  expect(items.map(({ number, title, recommendations }) => [number, title, recommendations])).toEqual([
    ['1', 'Godkendelse af referat', []],
    ['2', 'Budget 2018 for projektpuljen', ['budgettet godkendes']],
    ['3', 'Ny ferielov – konsekvenser for kommunerne', ['orienteringen tages til efterretning']],
    ['4', 'Eventuelt', []],
  ]);
});

test('case numbers above the titles, and a decision that names its item in a column beside its text', () => {
  const { items } = read(`##Referat
##KKR Sjælland den 3. juni 2022

Sagsnr.: SAG-2022-01630

#Pkt. 1.1: GODKENDELSE AF DAGSORDEN
Konklusion for punkt 1.1\tKKR Sjælland tiltrådte indstillingen.
Anbefaling\tDet indstilles, at dagsordenen godkendes.

Sagsnr.: SAG-2022-02017

#Pkt. 1.2: FÆLLES ØVELSE
Konklusion for punkt 1.2\tSagen blev udsat.
Anbefaling\tDet indstilles, at øvelsen holdes.
`);
  expect(items.map(({ title, decision }) => [title, decision?.text])).toEqual([
    ['GODKENDELSE AF DAGSORDEN', 'KKR Sjælland tiltrådte indstillingen.'],
    ['FÆLLES ØVELSE', 'Sagen blev udsat.'],
  ]);
});
