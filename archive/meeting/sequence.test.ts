import { expect, test } from 'vitest';
import { sampleDocument, samplePage } from '../testing/sample.ts';
import { sequenceOf } from './sequence.ts';

const withHead = (head: string) => sampleDocument('fil.pdf', { pages: [samplePage(1, head)] });

test.each([
  ['Tillægsdagsorden til møde i KKR', 1],
  ['T I L L Æ G S D A G S O R D E N\nKKR Nordjylland', 1],
  ['KKR Nordjylland\nSupplerende dagsorden', 1],
  ['Tillægsdagsorden nr. 2', 2],
  ['TILLÆGSREFERAT', 1],
  ['Dagsorden for møde i KKR', 0],
  ['Ekstraordinært møde i KKR', 0],
  [`Dagsorden\n${'linje\n'.repeat(14)}Der udsendes en tillægsdagsorden.`, 0],
])('%j is of sequence %i', (head, sequence) => {
  expect(sequenceOf(withHead(head))).toBe(sequence);
});

test.each([
  ['2031-03-04-tillaegsdagsorden.pdf', 1],
  ['Tillægsdagsorden 2 KKR.pdf', 2],
  ['Tillægsdagsorden 2031-03-04.pdf', 1],
  ['2031-03-04-dagsorden.pdf', 0],
])('the name %j says %i', (name, sequence) => {
  expect(sequenceOf(sampleDocument(name))).toBe(sequence);
});
