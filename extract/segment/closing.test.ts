import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

const lastOf = (ending: string) =>
  segment({
    name: 'referat.pdf',
    pages: pagesOf(`#REFERAT
KKR Nordjylland
Mødedato: 4. marts 2008 kl. 13.00

#1. Godkendelse af dagsorden
Beslutning:
Godkendt.

#2. Eventuelt
Beslutning:
Intet at bemærke.

${ending}`),
  }).items.at(-1);

describe('how the paper ends is no part of the last decision', () => {
  test.each([
    'Mødet hævet kl. 15.40.\n\nIda Holm      Per Lund\nformand       sekretær',
    'Mødet blev hævet kl. 11\nIda Holm',
    'Med venlig hilsen\n\nPer Lund\nSekretariatschef',
    'Underskrifter\nIda Holm\nPer Lund',
    'KL · Torvet 10 · 2300 København S · Tlf. 3370 0000 · Cookies\nSenest opdateret 24. november 2022',
  ])('%s', (ending) => {
    expect(lastOf(ending)?.decision?.text).toBe('Intet at bemærke.');
  });

  test('a sentence about the meeting is', () => {
    const text = 'Mødet sluttede dialogen om ventetider, og formanden takkede for et godt samarbejde i året.';
    expect(lastOf(text)?.decision?.text).toContain('dialogen om ventetider');
  });

  test('when a law was last changed is', () => {
    const text = 'KKR henviser til lov om social service,\nsenest ændret ved lov nr. 33 af 4. marts 2007.';
    expect(lastOf(text)?.decision?.text).toContain('senest ændret ved lov nr. 33');
  });
});

test('what an item says before its first heading is a section without one', () => {
  const { items } = segment({
    name: 'referat.pdf',
    pages: pagesOf(`#REFERAT
KKR Nordjylland
Mødedato: 4. marts 2008 kl. 13.00

#1. Godkendelse af dagsorden
Beslutning:
Godkendt.

#2. Akutberedskab i Vendsyssel

Regionen opkræver 1.644 kr. pr. sengedag.

Beslutning:
Godkendt.

#3. Eventuelt
Beslutning:
Intet.
`),
  });
  expect(items[1]?.sections.map(({ heading, text }) => [heading, text])).toEqual([
    ['', 'Regionen opkræver 1.644 kr. pr. sengedag.'],
    ['Beslutning', 'Godkendt.'],
  ]);
});
