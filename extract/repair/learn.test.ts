import { expect, test } from 'vitest';
import { learnFrom } from './learn.ts';
import { loadRepairModel } from './load.ts';
import { createRepairer } from './repair.ts';

const DAMAGED = 'Borgmester Sgren Vrgbaek fra Grenlykke pd mgdet om gkonomi og stgttende indsatser for bgrn.';
const CLEAN = [
  'Mødet blev ledet af Søren Vrøbæk, Grønlykke. Vrøbæk bød velkommen til Grønlykke.',
  'Næste møde holdes i Grønlykke.',
];

test('an archive teaches names that no dictionary has', () => {
  const model = loadRepairModel();
  expect(createRepairer(model).repair(DAMAGED, null).text).not.toContain('Vrøbæk');
  const learnt = learnFrom(model, CLEAN);
  const { text } = createRepairer(learnt).repair(DAMAGED, null);
  expect(text).toBe(
    'Borgmester Søren Vrøbæk fra Grønlykke på mødet om økonomi og støttende indsatser for børn.',
  );
  expect(learnt.version).not.toBe(model.version);
  expect(learnFrom(model, CLEAN).version).toBe(learnt.version);
});

test('learning leaves the model that it started from as it was', () => {
  const model = loadRepairModel();
  const before = model.words.count('grønlykke');
  learnFrom(model, CLEAN);
  expect(model.words.count('grønlykke')).toBe(before);
});
