import { describe, expect, test } from 'vitest';
import { closesByValue, closesChapter, isClosedLine } from './closed.ts';
import { parseTitle } from './item-title.ts';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

describe('closed items', () => {
  test.each([
    ['Lukket punkt: Lejemål', 'Lejemål'],
    ['Lukket punkt – Lejemål', 'Lejemål'],
    ['Lukket: Lejemål', 'Lejemål'],
    ['Lejemål (lukket)', 'Lejemål'],
    ['Lejemål (lukket punkt)', 'Lejemål'],
    ['Lejemål (lukket, jf. forretningsordenens § 4)', 'Lejemål'],
    ['Lejemål (ikke offentlig)', 'Lejemål'],
    ['Lejemål [ikke-offentligt]', 'Lejemål'],
    ['Lejemål (ikke åben)', 'Lejemål'],
    ['Ej åbent punkt: Lejemål', 'Lejemål'],
    ['Lejemål (fortroligt)', 'Lejemål'],
    ['Lejemål - lukket sag', 'Lejemål'],
    ['Fortrolig sag: Lejemål', 'Lejemål'],
    ['Ikke-offentligt punkt: Lejemål', 'Lejemål'],
    ['Fortroligt: Lejemål', 'Lejemål'],
    ['Lukket dagsorden', 'Lukket dagsorden'],
    ['Punkter på lukket dagsorden', 'Punkter på lukket dagsorden'],
  ])('a title with a mark: %s', (title, bare) => {
    expect(parseTitle(title)).toMatchObject({ closed: true, title: bare });
  });

  test.each([
    'Lukkede afdelinger på psykiatrien',
    'Lukning af fødeafdelingen i Holstebro',
    'Lukket afdeling på Bakkegården',
    'Evaluering af lukkede møder i bestyrelsen',
    'Fortrolig rådgivning af unge',
    'Ikke åbne data om borgere',
    'Ikke-offentlige leverandører på ældreområdet',
    'Broen holdes lukket (lukket afsnit ved Vejle)',
  ])('an ordinary title: %s', (title) => {
    expect(parseTitle(title)).toMatchObject({ closed: false, title });
  });

  test.each([
    ['Punkter på lukket dagsorden', true],
    ['Lukket dagsorden', true],
    ['Lukkede punkter', true],
    ['Fortrolige punkter', true],
    ['Ikke-offentlige punkter', true],
    ['Ikke offentlige sager', true],
    ['Sager for lukkede døre', true],
    ['Lukket del af mødet', true],
    ['Lukkede afdelinger på psykiatrien', false],
    ['Åbne punkter', false],
    ['Sager fra kredsen af fortrolige rådgivere', false],
  ])('a chapter: %s', (title, closed) => {
    expect(closesChapter(title)).toBe(closed);
  });

  test('a label or a line of its own', () => {
    const closed = [
      'Lukket',
      '(lukket)',
      'Fortroligt',
      'Ikke offentlig',
      'Lukket punkt.',
      '(Lukketpunkt)',
      'Lukket dagsordenspunkt',
      'Behandles for lukkede døre.',
      'Behandlesfor lukkede døre.',
    ];
    expect(closed.filter(isClosedLine)).toEqual(closed);
    expect(
      [
        'Lukkede punkter',
        'Lukket: Lejemål',
        'Lukket af politiet',
        'Sagen behandles for lukkede døre, da den handler om salg.',
      ].filter(isClosedLine),
    ).toEqual([]);
    expect(['Lukket, jf. § 4', 'Fortrolig'].filter((value) => !closesByValue(value))).toEqual([]);
    expect(['Åben', 'Offentlig', 'Ja'].filter(closesByValue)).toEqual([]);
  });

  const agenda = (chapter: string, title: string) => `KKR SJÆLLAND

DAGSORDEN

Dato: 3. marts 2017

1. Punkter til beslutning

1.1 Lukkede afdelinger på psykiatrien

Indstilling
Det indstilles, at orienteringen tages til efterretning.

1.2 ${title}

Indstilling
Det indstilles, at KKR drøfter sagen.

2. ${chapter}

2.1 Lejemål i Ringsted

Indstilling
Det indstilles, at lejemålet opsiges.

2.2 Valg af revisor

Indstilling
Det indstilles, at revisor vælges.
`;

  test.each(['Punkter på lukket dagsorden', 'Fortrolige punkter', 'Ikke-offentlige punkter'])(
    'every item beneath the chapter "%s"',
    (chapter) => {
      const { items } = segment({ name: 'a.txt', pages: pagesOf(agenda(chapter, 'Botilbud')) });
      expect(items.map((item) => [item.number, item.closed])).toEqual([
        ['1.1', false],
        ['1.2', false],
        ['2.1', true],
        ['2.2', true],
      ]);
    },
  );

  test.each([
    'Botilbud (ikke offentlig)',
    'Botilbud\n\nOffentlighed: Ikke offentlig',
    'Botilbud\nFortroligt punkt',
  ])('an item marked by itself: %j', (title) => {
    const { items } = segment({ name: 'a.txt', pages: pagesOf(agenda('Punkter til orientering', title)) });
    expect(items.map((item) => [item.title, item.closed])).toEqual([
      ['Lukkede afdelinger på psykiatrien', false],
      ['Botilbud', true],
      ['Lejemål i Ringsted', false],
      ['Valg af revisor', false],
    ]);
  });
});
