import { describe, expect, it } from 'vitest';
import { archiveDouble } from '../testing/doubles.ts';
import { APPENDIX_ID, DECIDED } from '../testing/fictional.ts';
import { MEETING } from '../testing/fictional-sources.ts';
import { page } from '../testing/page.ts';

describe('ties between documents', () => {
  it('item: the matter at other meetings, each with its reason', async () => {
    const { text, html } = await page(`/punkt/${DECIDED.id}`);
    const steps = [
      '2. november 2030',
      'henvisning i teksten: på mødet den 2. november 2030',
      'Dette punkt',
      'Finansiering af færgeberedskabet',
      'samme sagsnummer, SAG-2031-00042',
      'besluttede den 5. maj 2029 (mødet er ikke i arkivet)',
    ].map((words) => text.indexOf(words, text.indexOf('Sagens gang')));
    expect(steps.every((place) => place > 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(html).toContain('href="/?municipality=Mors%C3%B8"');
  });

  it('meeting: where the minutes differ from the agenda', async () => {
    const { text } = await page(`/moede/${MEETING}`);
    expect(text).toContain('Forskelle mellem dagsorden og referat');
    expect(text).toContain('Fælles færgeberedskab i Limfjorden : flyttet fra 2.3 til 2.1');
    expect(text).toContain('stod på dagsordenen som punkt 1.1, men ikke i referatet');
    expect(text).toContain('Gæster (1)');
  });

  it('case: what follows the same matter under another number', async () => {
    const { text } = await page('/sag/SAG-2031-00042');
    expect(text).toContain(
      'Samme sag under andre numre 2. november 2030 , KKR Nordjylland 3.4 Færgeberedskab',
    );
    expect(text).not.toContain('dækker et helt møde');
  });

  it('case: the number of a whole meeting says so', async () => {
    const items = Array.from({ length: 5 }, (_, at) => ({ ...DECIDED, id: `${DECIDED.id}${at}` }));
    const archive = { ...archiveDouble(), itemsOfCase: async () => items };
    const { text } = await page('/sag/SAG-2031-00042', { archive });
    expect(text).toContain('Sagsnummeret dækker et helt møde.');
    expect(text).not.toContain('Samme sag under andre numre');
  });

  it('appendix: the same paper elsewhere', async () => {
    expect((await page(`/bilag/${APPENDIX_ID}`)).text).toMatch(/Også her .*-dagsorden\.pdf, s\. 8–9 50\s%/);
  });

  it('what is missing, by KKR and year', async () => {
    const { text, html } = await page('/mangler');
    expect(text).toContain('KKR Nordjylland 2031 2 møder Uden referat (1) 1. juni 2031');
    expect(text).toContain('Bilag, der ikke er modtaget (1) 12. marts 2031, punkt 2.1 2 Budget');
    expect(html).toMatch(/href="\/dokument\/dok-cccccccccccc#side-2"/);
    expect(text).toContain('Uden KKR og dato Dokumenter, der ikke kunne læses (1) beskadiget.pdf');
  });
});
