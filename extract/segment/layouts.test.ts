import { describe, expect, test } from 'vitest';
import type { Document } from '../../core/document.ts';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

/** Agendas and minutes that never were, in forms that Danish councils have used since 2008. */
function read(text: string, name = 'dokument.pdf') {
  return segment({ name, pages: pagesOf(text) });
}

type Row = readonly [
  number: string | null,
  title: string,
  type: string | null,
  caseNumber: string | null,
  sections: readonly string[],
];
function rows(document: Pick<Document, 'items'>): Row[] {
  return document.items.map((item) => [
    item.number,
    item.title,
    item.type,
    item.caseNumber,
    item.sections.map((section) => section.heading),
  ]);
}

describe('layouts', () => {
  test('"Punkt 1" with labels, plain text, minutes under "Referat"', () => {
    const document = read(`KKR NORDJYLLAND

REFERAT

Dato:    23. november 2012
Tid:     Kl. 9.00 - 12.00
Sted:    Regionshuset, Niels Bohrs Vej 30, 9220 Aalborg Øst

Til stede: Mogens Krabbe, Læsø Kommune; Ulla Vestergaard, Rebild Kommune
Afbud: Knud Rold, Thisted Kommune

Punkt 1
Godkendelse af dagsorden

Indstilling
Det indstilles, at dagsordenen godkendes.

Referat
Godkendt.

Punkt 2
Trafikplan for Limfjorden

Sagsnr. 12/4711

Resumé
Trafikselskabet har sendt en plan i høring. Den omfatter:
1. Busser over broen
2. Tog til lufthavnen
3. Færger

Indstilling
Det indstilles,
at KKR drøfter planen, og
at sekretariatet udarbejder et svar.

Bilag
Bilag 1: Trafikplan 2013-2017
Bilag 2: Høringsbrev

Referat
KKR drøftede planen. Sekretariatet udarbejder et svar.

Punkt 3
Eventuelt

Referat
Intet.
`);
    expect(document.kind).toBe('referat');
    expect(document.meeting).toMatchObject({
      body: 'KKR Nordjylland',
      date: '2012-11-23',
      time: '09:00',
      place: 'Regionshuset, Niels Bohrs Vej 30, 9220 Aalborg Øst',
    });
    expect(document.meeting.attendees.map((person) => person.name)).toEqual([
      'Mogens Krabbe',
      'Ulla Vestergaard',
    ]);
    expect(document.meeting.apologies).toMatchObject([
      { name: 'Knud Rold', organisation: 'Thisted Kommune' },
    ]);
    expect(rows(document)).toEqual([
      ['1', 'Godkendelse af dagsorden', null, null, ['Indstilling', 'Referat']],
      ['2', 'Trafikplan for Limfjorden', null, '12/4711', ['Resumé', 'Indstilling', 'Bilag', 'Referat']],
      ['3', 'Eventuelt', null, null, ['Referat']],
    ]);
    expect(document.items[1]?.attachments.map((each) => [each.number, each.title])).toEqual([
      [1, 'Trafikplan 2013-2017'],
      [2, 'Høringsbrev'],
    ]);
    expect(document.items[1]?.recommendations).toEqual([
      'KKR drøfter planen',
      'sekretariatet udarbejder et svar',
    ]);
    expect(document.items.map((item) => item.decision?.outcomes)).toEqual([['approved'], ['discussed'], []]);
  });

  test('letter-spaced letterhead, labels before values, numbered sections inside items', () => {
    const document = read(`#D AG S O R D E N  2 0 1 5
#K K R  M I D T J Y L L A N D

Dato:
Sted:
23-02-2015 kl. 10:00
Hotel Vejlefjord, Sanatorievej 26, 7140 Stouby

#1. Godkendelse af dagsorden
SAG-2015-00077 tkr

#1.1 Indstilling
Det indstilles, at dagsordenen godkendes.

#2. Beskæftigelse i yderområderne
SAG-2015-00078 tkr/mlo

#2.1 Resumé
Sagen handler om pendling.

#2.2 Sagsfremstilling
Der er tre spor:
#1. Uddannelse
Flere skal have en uddannelse.
#2. Pendling
Flere skal pendle.
#3. Bosætning
Flere skal flytte.

#2.3 Indstilling
Det indstilles, at KKR tager orienteringen til efterretning.

#3. Næste møde
SAG-2015-00077 tkr

#3.1 Indstilling
Til orientering.
`);
    expect(document.kind).toBe('dagsorden');
    expect(document.meeting).toMatchObject({
      body: 'KKR Midtjylland',
      date: '2015-02-23',
      time: '10:00',
      place: 'Hotel Vejlefjord, Sanatorievej 26, 7140 Stouby',
    });
    expect(rows(document)).toEqual([
      ['1', 'Godkendelse af dagsorden', null, 'SAG-2015-00077', ['Indstilling']],
      [
        '2',
        'Beskæftigelse i yderområderne',
        null,
        'SAG-2015-00078',
        ['Resumé', 'Sagsfremstilling', 'Indstilling'],
      ],
      ['3', 'Næste møde', null, 'SAG-2015-00077', ['Indstilling']],
    ]);
    expect(document.items[1]?.caseworkers).toEqual(['tkr', 'mlo']);
  });

  test('items without numbers, types in the headings', () => {
    const document = read(`##KKR Syddanmark
##Dagsorden til møde den 4. maj 2018 kl. 12.30

#Beslutningssag: Fælles indkøb af elbiler
Sagsnr.: SAG-2018-00412

#Baggrund
Tolv kommuner vil købe sammen.

#Indstilling
Det indstilles, at KKR anbefaler aftalen.

#Orienterings sag: Havvindmøller ved Rømø og
Fanø
Sagsnr.: SAG-2018-00413

#Baggrund
Staten har udlagt to felter.

#Indstilling
Det indstilles, at KKR tager orienteringen til efterretning.

#Lukket punkt: Udpegning til bestyrelse
Sagsnr.: SAG-2018-00414

#Baggrund
Behandles for lukkede døre.
`);
    expect(document.meeting).toMatchObject({ body: 'KKR Syddanmark', date: '2018-05-04', time: '12:30' });
    expect(rows(document)).toEqual([
      [null, 'Fælles indkøb af elbiler', 'beslutningssag', 'SAG-2018-00412', ['Baggrund', 'Indstilling']],
      [
        null,
        'Havvindmøller ved Rømø og Fanø',
        'orienteringssag',
        'SAG-2018-00413',
        ['Baggrund', 'Indstilling'],
      ],
      [null, 'Udpegning til bestyrelse', 'lukket punkt', 'SAG-2018-00414', ['Baggrund']],
    ]);
    expect(document.items.map((item) => item.closed)).toEqual([false, false, true]);
  });

  test('case number before the title, "Vedtagelse", a decision of another day quoted', () => {
    const document = read(`#Udkast til referat
#KKR Hovedstaden
26. april 2013 kl. 8.30

Sagsnr.: SAG-2013-01234
#1. Godkendelse af referat

#Indstilling
Det indstilles, at referatet godkendes.

#Vedtagelse
Godkendt.

Sagsnr.: SAG-2013-01240
#2. Cykelparkering ved stationerne

#Sagsfremstilling
Sagen var på dagsordenen i januar:

Beslutning fra mødet den 18. januar 2013:
KKR udsatte sagen.

Siden er der kommet svar fra 14 kommuner.

#Indstilling
Det indstilles, at KKR
a) godkender planen,
b) anbefaler kommunerne at afsætte midler.

#Vedtagelse
Ad 1: Tiltrådt.
Ad 2: Tiltrådt, idet Dragør Kommune tager forbehold.

Sagsnr.: SAG-2013-01234
#3. Eventuelt

#Vedtagelse
Formanden orienterede om sommermødet.
`);
    expect(document.meeting.date).toBe('2013-04-26');
    expect(rows(document)).toEqual([
      ['1', 'Godkendelse af referat', null, 'SAG-2013-01234', ['Indstilling', 'Vedtagelse']],
      [
        '2',
        'Cykelparkering ved stationerne',
        null,
        'SAG-2013-01240',
        ['Sagsfremstilling', 'Indstilling', 'Vedtagelse'],
      ],
      ['3', 'Eventuelt', null, 'SAG-2013-01234', ['Vedtagelse']],
    ]);
    const [, second] = document.items;
    expect(second?.decision?.outcomes).toEqual(['approved', 'approved-with-remark', 'reserved']);
    expect(second?.recommendations).toEqual(['godkender planen', 'anbefaler kommunerne at afsætte midler']);
    expect(second?.sections[0]?.text).toContain('KKR udsatte sagen.');
  });

  test('a list of points on the first page is no second set of items', () => {
    const document = read(`KKR Nordjylland
Dagsorden for mødet fredag den 12. juni 2009 kl. 10.00

1. Godkendelse af dagsorden
2. Meddelelser
3. Ungdomsuddannelser i Vendsyssel
4. Eventuelt

\f1. Godkendelse af dagsorden

Indstilling:
Dagsordenen godkendes.

2. Meddelelser

Formanden orienterer om:
1. Kommende møder
2. Nyt fra regionen
3. Nyt fra KL

3. Ungdomsuddannelser i Vendsyssel

Sagsfremstilling:
Der er for få pladser.

Indstilling:
Sagen drøftes.

4. Eventuelt
`);
    expect(document.meeting).toMatchObject({ body: 'KKR Nordjylland', date: '2009-06-12', time: '10:00' });
    expect(rows(document)).toEqual([
      ['1', 'Godkendelse af dagsorden', null, null, ['Indstilling']],
      ['2', 'Meddelelser', null, null, ['']],
      ['3', 'Ungdomsuddannelser i Vendsyssel', null, null, ['Sagsfremstilling', 'Indstilling']],
      ['4', 'Eventuelt', null, null, []],
    ]);
    expect(document.items[0]?.pages).toEqual([2, 2]);
  });

  test('minutes in capitals, with OCR damage in numbers and headings', () => {
    const document = read(`KKR SJÆLLAND
BESLUTNINGSREFERAT
Mødedato: 17.O3.2010
Tidspunkt: kl. 13.00

l. Godkendelse af dagsorden
SAG-2O10-0O123 adr

lNDSTILLING
Det indstilles, at dagsordenen godkendes.

BESLUTNING
Godkendt

2. 0rienteringssag: Status for kystsikring
SAG-2010-O0124 adr

SAGSFREMSTlLLING
Kysten flytter sig.

BESLUTNING
Orienteringen blev taget til efterretning
`);
    expect(rows(document)).toEqual([
      ['1', 'Godkendelse af dagsorden', null, 'SAG-2010-00123', ['INDSTILLING', 'BESLUTNING']],
      [
        '2',
        'Status for kystsikring',
        'orienteringssag',
        'SAG-2010-00124',
        ['SAGSFREMSTILLING', 'BESLUTNING'],
      ],
    ]);
    expect(document.items.map((item) => item.decision?.outcomes)).toEqual([['approved'], ['noted']]);
  });

  test('minutes that have no headings at all', () => {
    const document = read(`Referat af møde i KKR Midtjylland
torsdag den 5. marts 2009 kl. 14.00 på Hotel Pejsegården

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Fælles akutberedskab
KKR drøftede oplægget og opfordrede kommunerne til at melde tilbage inden 1. maj.

3. Sag nr. 3 om letbaner udgår

4. Eventuelt
Intet.
`);
    expect(document.kind).toBe('referat');
    expect(document.items.map((item) => [item.number, item.title, item.decision?.outcomes])).toEqual([
      ['1', 'Godkendelse af dagsorden', ['approved']],
      ['2', 'Fælles akutberedskab', ['recommended']],
      ['3', 'Sag nr. 3 om letbaner udgår', undefined],
      ['4', 'Eventuelt', []],
    ]);
  });

  test('a supplementary agenda with closed items in a chapter of their own', () => {
    const document = read(`#TILLÆGSDAGSORDEN
#KKR HOVEDSTADEN
Dato: 12-09-2017 09:00

#1 Åben dagsorden
#1.1 Drøftelsessag: Nye busbaner (9.00-9.15)
SAG-2017-03001 pjo
#Baggrund
Busserne holder stille.
#2 Lukket dagsorden
#2.1 Udpegning af medlem til revisionen
SAG-2017-03002 pjo
#Baggrund
Lukket.
`);
    expect(document.meeting.sequence).toBe(1);
    expect(
      document.items.map((item) => [
        item.number,
        item.title,
        item.type,
        item.timeSlot,
        item.closed,
        item.chapter?.title,
      ]),
    ).toEqual([
      ['1.1', 'Nye busbaner', 'drøftelsessag', '09:00-09:15', false, 'Åben dagsorden'],
      ['2.1', 'Udpegning af medlem til revisionen', null, null, true, 'Lukket dagsorden'],
    ]);
  });

  test('no date in the letterhead: the running header or the file name, said in a warning, else null', () => {
    const body = (head: string) => `${head}
#DAGSORDEN
#KKR SJÆLLAND

#1. Godkendelse af referat
SAG-2021-00009 abc
#Baggrund
Referat fra mødet den 14. januar 2021 blev udsendt den 20. januar 2021.
#2. Eventuelt
SAG-2021-00009 abc
#Baggrund
Intet.
`;
    expect(read(body('')).meeting.date).toBeNull();
    const named = read(body(''), '2021-03-24-dagsorden.pdf');
    expect([named.meeting.date, named.meeting.dateFrom]).toEqual(['2021-03-24', 'file-name']);
    expect(named.warnings.map((warning) => warning.code)).toContain('date-from-file-name');
    const headed = read(body('KKR Sjælland | 24-03-2021\tSIDE | 1'));
    expect([headed.meeting.date, headed.meeting.dateFrom]).toEqual(['2021-03-24', 'running-header']);
  });

  test('what was approved leaves out the exception; only a text that decides nothing goes without a warning', () => {
    const minutes = (decision: string) =>
      read(`KKR SJÆLLAND

REFERAT

Dato: 3. marts 2017

1. Trafikplan

Indstilling
Det indstilles,
at planen godkendes, og
at udgiften deles.

Beslutning
${decision}

2. Status for busserne

Beslutning
Taget til efterretning.

3. Eventuelt

Beslutning
Intet.
`);
    const approved = minutes('Indstillingen blev tiltrådt med undtagelse af punkt 2, der blev udsat.');
    expect(approved.items[0]?.recommendations).toHaveLength(2);
    expect(approved.items[0]?.decision?.approved).toEqual(approved.items[0]?.recommendations?.slice(0, 1));
    const warned = (decision: string) => minutes(decision).warnings.map((warning) => warning.code);
    expect(warned('Ingen bemærkninger.')).toEqual([]);
    expect(warned('Ingen kommuner ønskede ordet i sagen om planen.')).toEqual(['decision-unclear']);
  });
});
