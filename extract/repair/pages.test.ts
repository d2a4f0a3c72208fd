import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyEdits } from './edits.ts';
import { repairPages } from './pages.ts';
import { loadRepairer } from './repair.ts';

const repairer = loadRepairer();
const damaged: { read: string }[] = JSON.parse(
  readFileSync(new URL('../../bench/repair/pages.json', import.meta.url), 'utf8'),
);
const CLEAN = 'Rådet drøftede på mødet, hvad børnene på øen får af hjælp, når færgen er væk.\n'.repeat(60);

test('each page of a text is repaired by itself, clean pages beside it or not', () => {
  for (const { read } of damaged.slice(0, 3)) {
    const alone = repairer.repair(read, null).text;
    expect(alone).not.toBe(read);
    const text = `${CLEAN}\f${read}\f${CLEAN}\f`;
    const repaired = repairPages(text, repairer);
    expect(repaired.text).toBe(`${CLEAN}\f${alone}\f${CLEAN}\f`);
    expect(applyEdits(text, repaired.edits)).toBe(repaired.text);
    for (const { start, end, before } of repaired.edits) expect(text.slice(start, end)).toBe(before);
  }
});

test('a word with a hyphen on one page keeps it on another', () => {
  const text = 'Om patient-forløb i alle kommuner.\fDer er behov for patient-\nforløb på øerne.';
  expect(repairPages(text, repairer).text).toContain('patient-forløb\npå øerne');
});

test('a page too short to prove its damage is damaged as the others are', () => {
  const long = `Kommunerne er enige om at styrke samarbejdet pa sundhedsomradet, og udgifterne til bgrn og unge stiger.
Det foreslas, at KKR drgfter okonomien pa naeste mode, nar forslaget har veeret i hgring i kommunerne.`;
  const short = 'Ad b) Drgftet.';
  expect(repairPages(short, repairer).text).toBe(short);
  expect(repairPages(`${long}\f${short}`, repairer).text.split('\f')[1]).toBe('Ad b) Drøftet.');
});
