import { describe, expect, it } from 'vitest';
import { findCase, keptCaseNumbers } from './case-history.ts';
import { archiveDouble } from './testing/doubles.ts';
import { DECIDED } from './testing/fictional.ts';

/** An archive with one item under each of these numbers, dated one year after the other. */
function archiveOf(...numbers: string[]) {
  const items = numbers.map((caseNumber, at) => ({
    ...DECIDED,
    id: `item-${at}`,
    meetingId: `meeting-${at}`,
    caseNumber,
    date: `203${at}-01-01`,
  }));
  return {
    ...archiveDouble(),
    itemsOfCase: async (asked: string) => items.filter(({ caseNumber }) => caseNumber === asked),
    history: async () => ({ links: [], references: [] }),
  };
}

describe('a case in any notation', () => {
  it.each(['08/1871', '08-1871', '8/1871', '2008-1871', 'sag nr. 08/1871'])('%s', async (written) => {
    expect(await findCase(archiveOf('08/1871'), written)).toMatchObject({
      caseNumber: '08/1871',
      items: [{ id: 'item-0' }],
    });
  });

  it('is told whole where two papers print its number in two ways, the newest first', async () => {
    const { caseNumber, items } = await findCase(archiveOf('19/3143', '2019/003143'), '19-3143');
    expect(items.map(({ id }) => id)).toEqual(['item-1', 'item-0']);
    expect(caseNumber).toBe('2019/003143');
  });

  it('is the likelier of two that may be meant, and never both', async () => {
    const archive = archiveOf('SAG-2022-00570', '22/570');
    expect([...(await keptCaseNumbers(archive, '2022-570'))]).toEqual(['SAG-2022-00570']);
    expect([...(await keptCaseNumbers(archive, '22-570'))]).toEqual(['22/570']);
    expect((await keptCaseNumbers(archive, 'SAG-2022-00571')).size).toBe(0);
  });

  it('is not found where the archive has none', async () => {
    await expect(findCase(archiveOf('08/1871'), ' 08-1872 ')).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no item of case 08-1872.',
    });
  });
});
