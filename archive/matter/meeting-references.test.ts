import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingReferences } from './meeting-references.ts';

const context = { body: 'KKR Midtjylland', date: '2031-06-12' } as const;
const found = (text: string) =>
  meetingReferences(text, context).map(
    ({ body, date, month }) => `${body.replace('KKR ', '')} ${date ?? month ?? 'forrige'}`,
  );

describe('meetings that a text speaks of', () => {
  test.each([
    ['Sagen blev drøftet på mødet den 26. april 2030.', ['Midtjylland 2030-04-26']],
    ['KKR Midtjylland besluttede den 14. juni 2030 at gå videre.', ['Midtjylland 2030-06-14']],
    ['Det indstilles, at referat fra møde den 17. april 2031 godkendes.', ['Midtjylland 2031-04-17']],
    ['På mødet d. 3/2 2031 godkendte KKR principperne.', ['Midtjylland 2031-02-03']],
    ['Den 03-02-2031 tiltrådte KKR indstillingen.', ['Midtjylland 2031-02-03']],
    ['Forslaget blev behandlet på mødet den 2. december.', ['Midtjylland 2030-12-02']],
    ['Forslaget blev behandlet på mødet den 2. marts.', ['Midtjylland 2031-03-02']],
    ['Sagen kommer op på det kommende møde den 2. marts.', ['Midtjylland 2032-03-02']],
    ['KKR Nordjylland drøftede samme sag den 1. marts 2031.', ['Nordjylland 2031-03-01']],
    ['KKR har i marts 2031 besluttet at nedsætte en gruppe.', ['Midtjylland 2031-03']],
    [
      'Sagen blev drøftet på KKR-møderne den 26. april og 14. juni 2030.',
      ['Midtjylland 2030-04-26', 'Midtjylland 2030-06-14'],
    ],
    ['Som opfølgning på KKR’s beslutning\nfra den 25. marts\n2030 er der …', ['Midtjylland 2030-03-25']],
    ['Som aftalt på sidste møde fremlægges et nyt forslag.', ['Midtjylland forrige']],
    ['Bilag: Referat KKR Midtjylland 2030-06-14', ['Midtjylland 2030-06-14']],
    ['Sagen har været forelagt KKR, senest den 26. april 2030.', ['Midtjylland 2030-04-26']],
    ['Mødet 26. april 2030. Igen: mødet den 26. april 2030 drøftede sagen.', ['Midtjylland 2030-04-26']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Loven blev vedtaget i Folketinget den 9. juni 2030.',
    'Bestyrelsen for erhvervshuset besluttede på mødet den 22. juni 2030 at fortsætte.',
    'KL’s bestyrelse drøftede sagen den 22. juni 2030.',
    'Sagen blev drøftet på K19’s møde den 22. juni 2030.',
    'Aftalen skal indberettes senest den 10. september 2031 og godkendes.',
    'Referatet er udsendt den 22. juni 2030.',
    'Brev af 14. juni 2030 fra ministeriet er vedlagt dagsordenen.',
    'Lokalplanen blev vedtaget den 14. juni 2030.',
    'På sidste møde i embedsmandsudvalget blev forslaget drøftet.',
    'I perioden 1. januar til 14. juni 2030 blev 14 projekter godkendt.',
    'Kommunerne skal efter godkendelse begynde fra 1. januar 2032.',
    'Kommissionen fremlagde modellen den 11. juni 2030 ved et pressemøde.',
    'Mødet den 12. juni 2031 begynder kl. 10.',
    'Der er givet 3/4 af beløbet, og mødet var godt.',
    'Beløbet er 1.250.000 kr. i 2030, hvilket blev drøftet.',
    'Sagen blev drøftet i marts 2030.',
    'Mødet den 31. februar 2030 findes ikke.',
  ])('%j names none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('quotes the words that make the date a meeting’s', () => {
    const [reference] = meetingReferences(
      'På dette område besluttede KKR Midtjylland på mødet den 26. april 2030, at …',
      context,
    );
    expect(reference?.quote).toBe('besluttede KKR Midtjylland på mødet den 26. april 2030');
  });

  test('goes through a table of dates, which has no full stops, in a moment', () => {
    const table = 'KKR har drøftet ruten, senest den 3. maj 2022 på møde, 12/5-2021 '.repeat(4_000);
    const start = performance.now();
    expect(meetingReferences(table, context).map(({ date }) => date)).toContain('2022-05-03');
    // A fifth of a second on a slow machine; a minute where each date looks through all of it.
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('never fails and never invents a day, whatever the text', () => {
    const piece = fc.constantFrom(
      'møde',
      'den',
      'd.',
      '31.',
      '12/',
      '0',
      'juni',
      '2030',
      'KKR',
      'besluttede',
      '\n',
      '-',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { date } of meetingReferences(pieces.join(' '), context)) {
          if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
      }),
    );
  });
});
