import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';
import { inShort, pagesOf } from './testing.ts';

/** Agendas that never were, each in the manner of some council or year; what a careful reader finds stands below. */
function read(text: string) {
  return segment({ name: 'dokument.pdf', pages: pagesOf(text) });
}

describe('manners of writing agendas', () => {
  test('"Punkt 1:" with the type behind the title\'s colon and times in the margin', () => {
    const document = read(`##Dagsorden
##KKR Hovedstaden den 3. februar 2023

#Punkt 1: Godkendelse af dagsorden (kl. 9.00-9.05)
Indstilling
Det indstilles, at dagsordenen godkendes.

#Punkt 2: Temadrøftelse: Flere i job (kl. 9.05-9.45)
Baggrund
Ledigheden er lav, men ikke for alle.
Indstilling
Det indstilles, at KKR drøfter indsatsen.

#Punkt 3: Orienteringssag: Status på letbanen (kl. 9.45-9.55)
Baggrund
Arbejdet skrider frem.
Indstilling
Det indstilles, at orienteringen tages til efterretning.
`);
    expect(document.kind).toBe('dagsorden');
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden:',
      '2 temadrøftelse: Flere i job:',
      '3 orienteringssag: Status på letbanen:',
    ]);
    expect(document.items.map((item) => item.timeSlot)).toEqual([
      '09:00-09:05',
      '09:05-09:45',
      '09:45-09:55',
    ]);
  });

  test('"1. sag:" and "3. sag (lukket)", with a journal number on the line below', () => {
    const document = read(`KKR Nordjylland
Dagsorden for møde torsdag den 8. oktober 2009 kl. 10.00 i Aars

1. sag: Godkendelse af dagsorden
J.nr. 09/3310

Indstilling:
Dagsordenen godkendes.

2. sag: Fælles udbud af arbejdstøj
J.nr. 09/4127

Sagsfremstilling:
Aftalen udløber i december. Kommunerne har meldt tilbage, som følger:
1. Fire kommuner vil være med
2. Tre kommuner vil vente
3. Resten har ikke svaret

Indstilling:
KKR anbefaler et fælles udbud.

3. sag: Forhandling med en leverandør (lukket)
J.nr. 09/4130

Indstilling:
Forhandlingerne drøftes.
`);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden (09/3310):',
      '2 Fælles udbud af arbejdstøj (09/4127):',
      '3 Forhandling med en leverandør (09/4130) [closed]:',
    ]);
  });

  test('lettered chapters over items that count on, one chapter with a single item', () => {
    const document = read(`##DAGSORDEN
##KKR Syddanmark
Dato: 24-11-2017 kl. 12:30

##A. Formalia
#1. Godkendelse af dagsorden
SAG-2017-05120 hmk
#Indstilling
Det indstilles, at dagsordenen godkendes.

##B. Sager til drøftelse
#2. Sundhedshuse i små byer
SAG-2017-06004 hmk
#Resumé
To huse er åbnet.
#Indstilling
Det indstilles, at KKR drøfter sagen.
#3. Grøn omstilling af busser
SAG-2017-06011 sta
#Resumé
Busserne kører på diesel.
#Indstilling
Det indstilles, at KKR drøfter sagen.

##C. Øvrigt
#4. Eventuelt
SAG-2017-05120 hmk
`);
    expect(document.items.map((item) => [item.number, item.chapter?.number, item.chapter?.title])).toEqual([
      ['1', 'A', 'Formalia'],
      ['2', 'B', 'Sager til drøftelse'],
      ['3', 'B', 'Sager til drøftelse'],
      ['4', 'C', 'Øvrigt'],
    ]);
  });

  test('the case line stands above the title, sections run in', () => {
    const document = read(`KKR Sjælland
DAGSORDEN
Mødedato: 14. marts 2014

Sagsnr. 14/1021
1. Konstituering
Indstilling: Det indstilles, at KKR vælger formand og næstformand.
Baggrund: Valgperioden begyndte den 1. januar.

Sagsnr. 14/1077
2. Rammeaftale 2015
Indstilling: Det indstilles, at KKR drøfter processen.
Baggrund: Aftalen skal være klar i oktober.

Sagsnr. 14/0998
3. Eventuelt
Indstilling: Ingen.
`);
    expect(inShort(document)).toEqual([
      '1 Konstituering (14/1021):',
      '2 Rammeaftale 2015 (14/1077):',
      '3 Eventuelt (14/0998):',
    ]);
    expect(document.items[0]?.sections.at(-1)?.text).toBe('Valgperioden begyndte den 1. januar.');
  });

  test('a table of contents whose titles break, and a title with a number in it', () => {
    const document = read(`##KKR MIDTJYLLAND
##DAGSORDEN
Dato: 15-06-2016 10:00

Indholdsfortegnelse
1.1 Godkendelse af dagsorden ........................... 2
1.2 Beslutningssag: Fælles borgerservice på tværs af
19 kommuner .............................................. 2
2.1 Orienteringssag: Budget 2017-
2020 ..................................................... 3
\f##1. Indledning
#1.1 Godkendelse af dagsorden
SAG-2016-00410 tkr
#Indstilling
Det indstilles, at dagsordenen godkendes.
#1.2 Beslutningssag: Fælles borgerservice på tværs af
#19 kommuner
SAG-2016-03120 tkr
#Baggrund
I 2015 blev en fælles løsning afprøvet.
\f##2. Økonomi
#2.1 Orienteringssag: Budget 2017-2020
SAG-2016-03300 mlo
#Baggrund
Budgettet følger planen, jf. notatets side 12
#Indstilling
Det indstilles, at orienteringen tages til efterretning.
`);
    expect(inShort(document)).toEqual([
      '1.1 Godkendelse af dagsorden (SAG-2016-00410):',
      '1.2 beslutningssag: Fælles borgerservice på tværs af 19 kommuner (SAG-2016-03120):',
      '2.1 orienteringssag: Budget 2017-2020 (SAG-2016-03300):',
    ]);
    expect(document.items.map((item) => item.chapter?.title)).toEqual([
      'Indledning',
      'Indledning',
      'Økonomi',
    ]);
    expect(document.items[2]?.sections[0]?.text).toBe('Budgettet følger planen, jf. notatets side 12');
  });

  test('a table as the list of items, number and title in cells', () => {
    const document = read(`Dagsorden til møde i KKR Hovedstaden fredag den 11. juni 2010 kl. 9.00

Nr.\tSag\tSide
1\tGodkendelse af dagsorden\t2
2\tPulje til natur i byen\t2
3\tEventuelt\t4

\f1. Godkendelse af dagsorden

Indstilling
Dagsordenen godkendes.

2. Pulje til natur i byen

Baggrund
Puljen er på 20 mio. kr.

Indstilling
KKR tilslutter sig ansøgningen.

3. Eventuelt
`);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden:',
      '2 Pulje til natur i byen:',
      '3 Eventuelt:',
    ]);
  });

  test('a scan that lost a number and misread another', () => {
    const document = read(`DAGSORDEN
KKR SJÆLLAND
Dato: 02-02-2011

1.1. Godkendelse af dagsorden
SAG-2011-00021 adr

Baggrund
Udsendt den 20. januar.

1.2. Udviklingsaftale for turismen
SAG-2011-00022 adr

Baggrund
Aftalen er ny.

Fælles skolebusser på landet
SAG-2011-00023 adr

Baggrund
Busserne er halvtomme.

Z.1. Status på broen
SAG-2011-00024 adr

Baggrund
Broen bygges.

2.2. Eventuelt
SAG-2011-00021 adr
`);
    expect(inShort(document)).toEqual([
      '1.1 Godkendelse af dagsorden (SAG-2011-00021):',
      '1.2 Udviklingsaftale for turismen (SAG-2011-00022):',
      '1.3 Fælles skolebusser på landet (SAG-2011-00023):',
      '2.1 Status på broen (SAG-2011-00024):',
      '2.2 Eventuelt (SAG-2011-00021):',
    ]);
    expect(document.warnings.map((warning) => [warning.code, warning.message.slice(0, 10)])).toEqual([
      ['number-inferred', 'Number 1.3'],
      ['number-inferred', 'Number 2.1'],
    ]);
  });

  test('a short letter, scanned: its headings differ from its text in nothing but their count', () => {
    const pages = pagesOf(`##KKR NORDJYLLAND
#v/ borgmester Bodil Krog
##DAGSORDEN
for KKR-møde onsdag den 3. juni 2009 kl. 10.00-12.30
Fjordhuset, mødelokale 2

1. Velkomst

2. Ny aftale om specialtilbud
Oplæg ved direktør Jens Holm. Regionen har sendt et udkast.
Formandskabet indstiller, at aftalen anbefales kommunerne.
3. Status for vækstforum
Der er afsat 43 mio. kr.
Formandskabet indstiller, at orienteringen tages til efterretning.
4. Trafikselskabet: bestyrelsens sammensætning
Repræsentantskabet skal vælge to nye medlemmer.

5. Eventuelt
Med venlig hilsen
`).map((page) => ({
      ...page,
      origin: 'ocr' as const,
      lines: page.lines.map((line) => ({
        ...line,
        size: 12,
        bold: false,
        role: /^\d/.test(line.text) ? ('list' as const) : line.role,
      })),
    }));
    expect(inShort(segment({ name: 'scan.pdf', pages }))).toEqual([
      '1 Velkomst:',
      '2 Ny aftale om specialtilbud:',
      '3 Status for vækstforum:',
      '4 Trafikselskabet: bestyrelsens sammensætning:',
      '5 Eventuelt:',
    ]);
  });
});
