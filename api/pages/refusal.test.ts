import { describe, expect, it } from 'vitest';
import { SearchParameters } from '../query.ts';
import { page } from '../testing/page.ts';
import { refusalWords } from './refusal.ts';

describe('refusalWords', () => {
  it.each([
    { from: 'i går' },
    { from: '2024-02-01', to: '2024-01-01' },
    { body: 'fyn' },
    { year: 'sidste' },
    { year: '1900' },
    { year: '9999' },
    { q: 'x'.repeat(501) },
    { kind: 'brev' },
    { outcome: 'godt' },
    { sort: 'best' },
    { limit: '0' },
    { offset: '999999' },
    { type: 'x'.repeat(81) },
  ])('says in Danish what is wrong with %j', (given) => {
    const { error } = SearchParameters.safeParse(given);
    const messages = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(messages.length).toBeGreaterThan(0);
    expect(refusalWords(messages.join('; ')).markup).not.toContain('lang="en"');
  });

  it('leaves what it does not know as it is, marked as English', () => {
    expect(refusalWords('body must be <object>').markup).toBe(
      '<code lang="en">body must be &lt;object&gt;</code>',
    );
  });

  it('stands on the page', async () => {
    const { status, text } = await page('/?q=x&from=2024-02-01&to=2024-01-01&page=3');
    expect(status).toBe(400);
    expect(text).toContain('page findes ikke.');
    expect((await page('/?from=2024-02-01&to=2024-01-01')).text).toContain(
      'Til-datoen må ikke ligge før fra-datoen.',
    );
  });
});
