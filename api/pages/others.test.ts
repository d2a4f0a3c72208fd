import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KkrError } from '../../core/errors.ts';
import { archiveDouble } from '../testing/doubles.ts';
import { APPENDIX_ID, DECIDED, STATUS } from '../testing/fictional.ts';
import { MEETING } from '../testing/fictional-sources.ts';
import { page } from '../testing/page.ts';
import { testServer } from '../testing/server.ts';
import { repairedText } from './repairs.ts';

describe('other pages', () => {
  it('meeting: chapters, outcomes, papers and people', async () => {
    const { text } = await page(`/moede/${MEETING}`);
    expect(text).toContain('Tillægsdagsorden 1 Høring om isbrydning');
    for (const words of [
      '2 Regionalpolitiske sager',
      'Tiltrådt med bemærkning',
      'kl. 09.30',
      'Afbud (1)',
      'Bo Fjord',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('data: every table with its columns, in every format', async () => {
    const { html, text } = await page('/data');
    expect(html).toContain('href="/api/export/histories?format=excel"');
    expect(text).toContain('caseNumber Sagsnummer.');
  });

  it('search: its items can be fetched, with its words and filters', async () => {
    const { html } = await page('/?q=f%C3%A6rger&year=2031&sort=newest&offset=20');
    expect(html).toContain('href="/api/export/decisions?format=csv&amp;q=f%C3%A6rger&amp;year=2031"');
  });

  it('robots are kept out', async () => {
    const { status, html } = await page('/robots.txt');
    expect([status, html]).toEqual([200, 'User-agent: *\nDisallow: /\n']);
  });

  it('case: an older number may stand in the address with its slash', async () => {
    const archive = archiveDouble();
    const older = { ...DECIDED, caseNumber: '08/1871' };
    const changes = {
      archive: { ...archive, itemsOfCase: async (number: string) => (number === '08/1871' ? [older] : []) },
    };
    for (const url of ['/sag/08/1871', '/sag/08%2F1871']) {
      expect((await page(url, changes)).text).toContain('Sag 08/1871');
    }
    const { status, headers } = await page('/sag/08-1871', changes);
    expect([status, headers.location]).toEqual([302, '/sag/08%2F1871']);
  });

  it('case: any notation leads to the one address', async () => {
    const { app } = await testServer();
    const answer = await app.inject('/sag/sag%202031%2042');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/sag/SAG-2031-00042');
  });

  it('appendix and document: pages in another language say so', async () => {
    expect((await page(`/bilag/${APPENDIX_ID}`)).html).toContain('<div lang="sv"><p>Färjorna');
    expect((await page('/dokument/dok-aaaaaaaaaaaa')).html).toContain('<div lang="sv"><p>Kommunerna');
  });

  it('document: repairs on request, warnings, origin and reason of each page', async () => {
    const plain = await page('/dokument/dok-aaaaaaaaaaaa');
    expect(plain.text).toContain(
      'Et punkt står i indholdsfortegnelsen, men ikke i teksten (Item 2.3 is in the contents but not in the text)',
    );
    expect(plain.text).toContain('Tekstgenkendelse (OCR) · sikkerhed 91 %');
    expect(plain.html).not.toContain('<del>');
    const shown = await page('/dokument/dok-aaaaaaaaaaaa?vis=rettelser');
    expect(shown.html).toContain(
      'Referat af møde <span class="repair" title="Læsefejl, 98 % sikker"><del>pă</del><ins>på</ins></span> <span class="doubtful"',
    );
    expect(shown.html).toContain('>havnen</span>');
    expect(shown.text).toContain(
      '1 rettet læsefejl, 1 tvivlsomt ord: vis den rettede tekst version 2-0a1b2c3d',
    );
  });

  it('document: every rule of repair has a name for readers', () => {
    const rules = readFileSync(new URL('../../docs/repair.md', import.meta.url), 'utf8').matchAll(
      /^\| `([a-z-]+)`/gmu,
    );
    for (const [, rule = ''] of rules) {
      const repairs = [{ start: 0, end: 1, before: 'a', after: 'å', rule, confidence: 1 }];
      expect(String(repairedText({ text: 'å', repairs, doubtful: [] }))).not.toContain(rule);
    }
  });

  it('a document that could not be read says why in Danish, and nothing of the machine', async () => {
    for (const url of ['/dokument/dok-dddddddddddd', '/status']) {
      const { text } = await page(url);
      expect(text).toContain('PDF-filen er afkortet eller beskadiget pdf-damaged');
      expect(text).not.toContain('The PDF is cut short.');
    }
  });

  it('front page of an empty archive says how to fill it', async () => {
    const archive = {
      ...archiveDouble(),
      status: async () => ({ ...STATUS, documents: { waiting: 0, reading: 0, read: 0, failed: 0 } }),
    };
    expect((await page('/', { archive })).text).toContain('Arkivet er tomt. kkr ingest MAPPE');
  });

  it('errors are told in Danish, without a trace', async () => {
    const archive = {
      ...archiveDouble(),
      item: async () => {
        throw new TypeError('secret of /home/anna');
      },
    };
    const { status, text } = await page('/punkt/x', { archive });
    expect(status).toBe(500);
    expect(text).toContain('Noget gik galt');
    expect(text).not.toMatch(/secret|anna|TypeError/);
  });

  it('without a search engine, searches say so and everything else is served', async () => {
    const down = async () => {
      throw new KkrError('search-unavailable', 'down');
    };
    const index = { search: down, stats: down };
    const search = await page('/?q=x', { index });
    expect(search.status).toBe(503);
    expect(search.text).toContain('Søgningen svarer ikke');
    expect((await page('/', { index })).text).toContain('Nyeste møder');
    expect((await page('/status', { index })).text).toContain('Søgning svarer ikke');
  });
});
