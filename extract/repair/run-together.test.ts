import { expect, test } from 'vitest';
import { undoEdits } from './edits.ts';
import { loadRepairer } from './repair.ts';

const repairer = loadRepairer();
const TEXT = `Det foreslås, at kommunerne og regionen sammen finder en løsning, og at der afsættes midler til den.
Sundhedsområdet er vigtigt for alle, og det er aftalt med staten, at indsatsen skal styrkes i de kommende år.`;

test('takes words apart where a page shows that blanks were lost', () => {
  const damaged = TEXT.replace('kommunerne og', 'kommunerneog')
    .replace('en løsning', 'enløsning')
    .replace('at der', 'atder')
    .replace('er aftalt', 'eraftalt');
  const { text, edits } = repairer.repair(damaged, null);
  expect(text).toBe(TEXT);
  expect(undoEdits(text, edits)).toBe(damaged);
  expect(repairer.repair(text, null).edits).toEqual([]);
});

test.each([
  'Vi mødes idag, ihvertfald iforhold til planen, som isår er ny.',
  'Grundvandsbeskyttelsesindsatsen og klimatilpasningsplanerne drøftes på Roskildevej i Viborghus.',
  'Sagsbehandlere: ibo, msr, jebj. Firmaet bestpractice og systemet openspace leverer data.',
])('leaves what authors wrote as one: %j', (text) => {
  expect(repairer.repair(text, null).text).toBe(text);
});
