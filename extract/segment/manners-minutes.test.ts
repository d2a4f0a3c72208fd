import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';
import { inShort, pagesOf } from './testing.ts';

/** Minutes that never were, each in the manner of some council or year; what a careful reader finds stands below. */
function read(text: string) {
  return segment({ name: 'dokument.pdf', pages: pagesOf(text) });
}

describe('manners of writing minutes', () => {
  test('"Ad 1." before each point, the text run on, no headings', () => {
    const document = read(`Kommunekontaktrådet i Region Syddanmark
Referat af møde fredag den 2. marts 2007 kl. 10 på Hotel Koldingfjord

Til stede: Jens Ravnå (formand), Else Brink, Per Torsø, Hanne Lykkegaard

Ad 1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

Ad 2. Status for de nye sundhedsaftaler
Formanden indledte. Der var enighed om at afvente regionens udspil. KKR tog orienteringen til efterretning.

Ad 3. Udpegning af medlem til beredskabskommissionen
Else Brink blev udpeget.

Ad 4. Eventuelt
Intet.
`);
    expect(document.kind).toBe('referat');
    expect(document.meeting).toMatchObject({ body: 'KKR Syddanmark', date: '2007-03-02', time: '10:00' });
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden: approved',
      '2 Status for de nye sundhedsaftaler: noted decided',
      '3 Udpegning af medlem til beredskabskommissionen: appointed',
      '4 Eventuelt:',
    ]);
  });

  test('"Ad dagsordenens punkt 1", decisions under "Konklusion:"', () => {
    const document = read(`KKR MIDTJYLLAND
Beslutningsreferat fra mødet den 14. september 2011

Ad dagsordenens punkt 1: Velkomst og godkendelse af dagsorden
Konklusion: Dagsordenen blev godkendt, idet punkt 4 blev taget af dagsordenen.

Ad dagsordenens punkt 2: Kollektiv trafik på tværs
Direktøren fremlagde rapporten, og der var en god debat om stoppestederne i de små byer.
Konklusion: KKR bakkede op om rapportens anbefalinger og bad administrationen om at arbejde videre.

Ad dagsordenens punkt 3: Tidlig opsporing af KOL
Konklusion: Taget til efterretning.

Ad dagsordenens punkt 4: Takster for ambulancer
Konklusion: Punktet udgik.
`);
    expect(document.meeting).toMatchObject({ body: 'KKR Midtjylland', date: '2011-09-14' });
    expect(inShort(document)).toEqual([
      '1 Velkomst og godkendelse af dagsorden: approved-with-remark',
      '2 Kollektiv trafik på tværs: approved',
      '3 Tidlig opsporing af KOL: noted',
      '4 Takster for ambulancer: withdrawn',
    ]);
  });

  test('"Sag nr. 1" with journal numbers, votes and a minority that wants its view in the minutes', () => {
    const document = read(`KKR Hovedstaden
REFERAT
Tirsdag den 6. november 2012 kl. 8.30
Sted: KL-Huset, Weidekampsgade 10, 2300 København S

Sag nr. 1
Budget for fællesskabet 2013
J.nr. 12/20417

Sekretariatet indstiller,
at budgettet godkendes, og
at bidraget pr. indbygger fastsættes til 41 øre.

Beslutning
Indstillingen blev sat under afstemning. For stemte 19. Imod stemte 6. 2 undlod at stemme.
Indstillingen er dermed vedtaget.
Mindretallet ønskede ført til referat, at bidraget burde være uændret.

Sag nr. 2
Høringssvar om lov om havplaner
J.nr. 12/21990

Sekretariatet indstiller, at udkastet til høringssvar godkendes.

Beslutning
Indstillingen blev fulgt. Dragør Kommune tog forbehold for afsnit 3.

Sag nr. 3
Eventuelt
J.nr. 12/20003

Beslutning
Ingen bemærkninger.
`);
    expect(document.meeting).toMatchObject({
      date: '2012-11-06',
      time: '08:30',
      place: 'KL-Huset, Weidekampsgade 10, 2300 København S',
    });
    expect(inShort(document)).toEqual([
      '1 Budget for fællesskabet 2013 (12/20417): approved',
      '2 Høringssvar om lov om havplaner (12/21990): approved reserved',
      '3 Eventuelt (12/20003):',
    ]);
  });

  test('two points only, numbered flat, without sections', () => {
    const document = read(`KKR Sjælland
Referat af ekstraordinært møde mandag den 4. januar 2021 kl. 16.00, afholdt virtuelt

1. Vaccination af medarbejdere i ældreplejen
KKR Sjælland drøftede rækkefølgen og opfordrede regionen til at åbne flere steder.

2. Eventuelt
Intet at bemærke.
`);
    expect(inShort(document)).toEqual([
      '1 Vaccination af medarbejdere i ældreplejen: recommended',
      '2 Eventuelt:',
    ]);
  });

  test('the decision stands before the text, chapters have Roman numbers', () => {
    const document = read(`KKR NORDJYLLAND
REFERAT
Dato: 19-06-2015
Tid: 09:00

I. FORMALIA

1. Godkendelse af dagsorden

BESLUTNING
Godkendt.

II. SAGER TIL BESLUTNING

2. Fælles uddannelsesaftale for jordbruget

BESLUTNING
Tiltrådt. Sagen genoptages på mødet i september, når tallene foreligger.

SAGSFREMSTILLING
Der mangler elever. Aftalen løber til 2019.

3. Placering af hospice

BESLUTNING
KKR besluttede at sagen udsættes.

SAGSFREMSTILLING
Tre kommuner har tilbudt en grund.
`);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden: approved',
      '2 Fælles uddannelsesaftale for jordbruget: approved postponed',
      '3 Placering af hospice: postponed',
    ]);
    expect(document.items.map((item) => item.chapter)).toEqual([
      { number: 'I', title: 'FORMALIA' },
      { number: 'II', title: 'SAGER TIL BESLUTNING' },
      { number: 'II', title: 'SAGER TIL BESLUTNING' },
    ]);
  });

  test('the decision is a paragraph without a heading behind the recommendation', () => {
    const document = read(`##Referat
##KKR Sjælland, 12. oktober 2018 kl. 9.30

#Punkt 1: Godkendelse af dagsorden
Indstilling: Det indstilles, at dagsordenen godkendes.
Beslutning: Godkendt

#Punkt 2: Ny drejebog for udskrivning
Baggrund: Drejebogen er fra 2014.
Indstilling: Det indstilles, at KKR drøfter udkastet.
Beslutning: KKR-formanden indledte med at takke arbejdsgruppen.
Udkastet blev drøftet, og KKR tilsluttede sig hovedlinjerne.

#Punkt 3: Sommermøde (lukket punkt)
Beslutning: Udsat
`);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden: approved',
      '2 Ny drejebog for udskrivning: approved discussed',
      '3 Sommermøde [closed]: postponed',
    ]);
  });

  test('"Mødet besluttede", "Man enedes om", "Der blev givet tilsagn"', () => {
    const document = read(`Kontaktrådet for kommunerne i Nordjylland
Referat fra møde onsdag den 3. september 2008 kl. 13.00 på Rold Storkro

Pkt. 1 - Godkendelse af referat
Referatet fra mødet den 4. juni 2008 godkendtes uden bemærkninger.

Pkt. 2 - Fælles arkivdepot
Mødet besluttede at nedsætte et udvalg med tre medlemmer.

Pkt. 3 - Trafikplan 2009-2012
Man enedes om at sende planen videre til behandling i kommunerne.

Pkt. 4 - Valg af næstformand
Valgt blev borgmester Knud Røgild, Mariagerfjord Kommune.

Pkt. 5 - Næste møde
Næste møde afholdes den 3. december 2008.
`);
    expect(document.kind).toBe('referat');
    expect(inShort(document)).toEqual([
      '1 Godkendelse af referat: approved',
      '2 Fælles arkivdepot: decided',
      '3 Trafikplan 2009-2012: referred',
      '4 Valg af næstformand: elected',
      '5 Næste møde:',
    ]);
  });

  test('a bold subheading over a part of those present does not end the list', () => {
    const document = read(`##REFERAT
##KKR Midtjylland
#Dato: 11-09-2019 10:00
#Deltagere
#Formandskabet
Lone Hvidsten, Viborg Kommune
Arne Dybvad, Struer Kommune
#Øvrige borgmestre
Mona Kragelund, Lemvig Kommune
#Afbud
Bent Østergård, Skive Kommune

#1. Godkendelse af dagsorden
SAG-2019-00311 pks
#Indstilling
Det indstilles, at dagsordenen godkendes.
#Beslutning
KKR Midtjylland godkendte dagsordenen.
#2. Kystbeskyttelse
SAG-2019-02877 pks
#Baggrund
Seks kommuner har kyst mod vest.
#Beslutning
KKR Midtjylland tog status til efterretning, og formandskabet retter henvendelse til ministeren.
`);
    expect(document.meeting.attendees.map((person) => person.name)).toEqual([
      'Lone Hvidsten',
      'Arne Dybvad',
      'Mona Kragelund',
    ]);
    expect(document.meeting.apologies.map((person) => person.name)).toEqual(['Bent Østergård']);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden (SAG-2019-00311): approved',
      '2 Kystbeskyttelse (SAG-2019-02877): noted',
    ]);
  });

  test('"Dagsorden med beslutninger", each decision headed with the body and the day, an older one quoted', () => {
    const document = read(`##KKR Nordjylland - Dagsorden med beslutninger
Mødedato: 28-08-2020 kl. 10:00

#1. Godkendelse af dagsorden
#Indstilling
Det indstilles, at dagsordenen godkendes.
#Beslutning i KKR Nordjylland den 28-08-2020
Godkendt.

#2. Havneby uden læge
#Resumé
Klinikken lukkede i maj.
#Beslutning i KKR Nordjylland den 03-04-2020
Udsat.
#Indstilling
Det indstilles, at KKR retter henvendelse til regionen.
#Beslutning i KKR Nordjylland den 28-08-2020
Indstillingen blev tiltrådt.

#3. Eventuelt
#Beslutning i KKR Nordjylland den 28-08-2020
Intet.
`);
    expect(document.kind).toBe('referat');
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden: approved',
      '2 Havneby uden læge: approved',
      '3 Eventuelt:',
    ]);
    expect(document.items[1]?.sections.map((section) => section.heading)).toEqual([
      'Resumé',
      'Indstilling',
      'Beslutning i KKR Nordjylland den 28-08-2020',
    ]);
  });

  test('headings that name the item they are of', () => {
    const document = read(`##KKR Nordjylland
##Referat
Dato: 12-03-2021

#Punkt 1: Godkendelse af dagsorden
#Indstilling
Det indstilles, at dagsordenen godkendes.
#Konklusion for punkt 1: Godkendelse af dagsorden
Godkendt.

#Punkt 2: Lærlinge i hallerne
#Resumé
Der mangler lærlinge.
#Konklusion for punkt 2: Lærlinge i hallerne
KKR Nordjylland besluttede at gå videre med forsøget.
#Bilag til Punkt 2
Notat om lærlinge

#Punkt 3: Eventuelt
#Konklusion for punkt 3: Eventuelt
Intet.
`);
    expect(inShort(document)).toEqual([
      '1 Godkendelse af dagsorden: approved',
      '2 Lærlinge i hallerne: decided',
      '3 Eventuelt:',
    ]);
    expect(document.items[1]?.attachments.map((each) => each.title)).toEqual(['Notat om lærlinge']);
  });
});
