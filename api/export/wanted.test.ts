import { expect, it } from 'vitest';
import { archiveDouble } from '../testing/doubles.ts';
import { SUMMARIES } from '../testing/fictional.ts';
import { itemsWanted } from './wanted.ts';

it('lets others have their turn between documents of no meeting, of which there may be thousands', async () => {
  const [summary] = SUMMARIES;
  if (!summary) throw new Error('The fictional archive has no document');
  const undated = { ...summary, state: 'read' as const, meetingId: null, supersededBy: null };
  const archive = {
    ...archiveDouble(),
    meetings: async () => [],
    documents: async () => [undated, undated, undated],
  };
  let turns = 0;
  const count = () => {
    turns += 1;
    timer = setImmediate(count);
  };
  let timer = setImmediate(count);
  await Array.fromAsync(itemsWanted(archive, { filters: {}, found: null }));
  clearImmediate(timer);
  expect(turns).toBeGreaterThanOrEqual(3);
});
