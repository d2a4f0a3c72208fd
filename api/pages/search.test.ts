import { describe, expect, it } from 'vitest';
import { doubles } from '../testing/doubles.ts';
import { DECIDED, HOSTILE } from '../testing/fictional.ts';
import { MEETING, MINUTES } from '../testing/fictional-sources.ts';
import { page } from '../testing/page.ts';

describe('search page', () => {
  it('survives a query that is markup', async () => {
    const { html } = await page(
      `/?q=${encodeURIComponent(`"${HOSTILE}`)}&municipality=${encodeURIComponent(HOSTILE)}`,
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('value="&quot;&lt;script&gt;');
  });

  it('marks matches and leads to the item, the meeting and the page of the original', async () => {
    const { html } = await page('/?q=x');
    expect(html).toContain('<mark>færger</mark>');
    expect(html).toMatch(new RegExp(`href="/punkt/${DECIDED.id}#:~:text=[^"]*f%C3%A6rger`));
    expect(html).toContain(`href="/moede/${MEETING}"`);
    expect(html).toMatch(/href="\/originals\/a{64}#page=4&amp;search=f%C3%A6rger"/);
  });

  it('takes filters off one by one, and keeps the others', async () => {
    const { html } = await page('/?q=x&body=nordjylland&year=2031');
    expect(html).toContain('href="/?q=x&amp;year=2031"');
    expect(html).toContain('href="/?q=x&amp;body=KKR+Nordjylland"');
    expect(html).toContain('<input type="hidden" name="year" value="2031">');
  });

  it('offers the likelier spelling', async () => {
    const { html, text } = await page('/?q=f%C3%A6rgr&year=2031');
    expect(text).toContain('Mente du færger ?');
    expect(html).toContain('href="/?q=f%C3%A6rger&amp;year=2031"');
  });

  it('pages through the whole result', async () => {
    const first = await page('/?q=x');
    expect(first.text).toContain('1–20 af 45 resultater');
    expect(first.html).toContain('rel="next" href="/?q=x&amp;offset=20"');
    const last = await page('/?q=x&offset=40');
    expect(last.text).toContain('41–45 af 45 resultater');
    expect(last.text).toContain('Side 3 af 3');
    expect(last.html).not.toContain('rel="next"');
  });

  it('leads back from beyond the last result', async () => {
    const { text, html } = await page('/?q=x&offset=500');
    expect(text).toContain('45 resultater');
    expect(html).toContain('<a href="/?q=x">Se de første</a>');
  });

  it('takes empty form fields for not given, but not wrong ones', async () => {
    const { status, asked } = await page('/?q=x&from=&to=&type=');
    expect(status).toBe(200);
    expect(asked[0]?.filters).toEqual({});
    const wrong = await page('/?q=x&from=i+g%C3%A5r');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Fra-datoen skal være en dato som 2024-06-19.');
  });

  it('offers no order by likeness where nothing was asked', async () => {
    const { html, text } = await page('/?q=&year=2031');
    expect(text).not.toContain('Bedste først');
    expect(html).toContain('<strong aria-current="true">Nyeste først</strong>');
  });

  it('does not pass an empty index off as an answer', async () => {
    const { index } = doubles();
    const empty = { ...index, stats: async () => ({ engine: 'double', records: 0 }) };
    const unfilled = await page('/?q=intet', { index: empty });
    expect(unfilled.text).toContain('Søgeregistret er tomt');
    expect(unfilled.text).toContain('kkr reindex');
    expect(unfilled.text).not.toContain('Ingen resultater');
    expect((await page('/?q=intet')).text).not.toContain('Søgeregistret er tomt');
  });

  it('says that the archive is empty where it is', async () => {
    const { archive, index } = doubles();
    const { text } = await page('/?q=intet', {
      archive: { ...archive, status: async () => ({ ...(await archive.status()), pages: 0 }) },
      index: { ...index, stats: async () => ({ engine: 'double', records: 0 }) },
    });
    expect(text).toContain('Arkivet er tomt');
  });

  it('says where the numbers of facets are no exact counts', async () => {
    expect((await page('/?q=alt')).text).toContain('Tallene er mindstetal');
    expect((await page('/?q=x')).text).not.toContain('mindstetal');
  });

  it('marks hits in the examples that come with the program', async () => {
    expect((await page('/?q=x', { fictional: new Set([MINUTES.sha256]) })).text).toContain(
      'Opdigtet eksempel',
    );
    expect((await page('/?q=x')).text).not.toContain('Opdigtet');
  });

  it('is not confused by what others hang on to links', async () => {
    expect((await page('/?utm_source=brev&fbclid=1')).text).toContain('Hvad besluttede kommunerne?');
    const search = await page('/?q=x&utm_source=brev');
    expect(search.status).toBe(200);
    expect(search.asked[0]?.text).toBe('x');
    expect(search.html).not.toContain('utm_source');
  });

  it('helps on where nothing is found', async () => {
    const { text, html } = await page('/?q=intet&year=2031');
    expect(text).toContain('Ingen resultater');
    expect(html).toContain('<a href="/?q=intet">Søg uden filtre</a>');
  });
});
