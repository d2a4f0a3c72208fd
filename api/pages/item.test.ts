import { describe, expect, it } from 'vitest';
import { archiveDouble } from '../testing/doubles.ts';
import { APPENDIX_ID, CLOSED, DECIDED, OPEN_AGENDA_ITEM } from '../testing/fictional.ts';
import { page } from '../testing/page.ts';

describe('item page', () => {
  it('shows the decision before everything else, in Danish', async () => {
    const { text } = await page(`/punkt/${DECIDED.id}`);
    const places = [
      'Tiltrådt med bemærkning',
      'Indstilling',
      'Resumé',
      'Sagsfremstilling',
      'Kort over færgeruter',
    ].map((words) => text.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('does not say twice what a section of another name says', async () => {
    const { text } = await page(`/punkt/${DECIDED.id}`);
    expect(text).not.toContain('Vedtagelse');
    expect(text).not.toContain('Vedlagte papirer');
  });

  it('takes from the agenda only what the minutes do not say', async () => {
    const agenda = [
      { heading: 'Forslag', role: 'recommendation' as const, text: 'Det foreslås at vente.' },
      { heading: 'Formål', text: 'Kommunerne deler i dag tre\nfærger.  Der er brug for en fjerde.' },
      { heading: 'Økonomi', text: 'Det koster to millioner.' },
    ];
    const item = {
      ...DECIDED,
      fromAgenda: agenda.map(({ heading }) => heading),
      sections: [...DECIDED.sections, ...agenda],
    };
    const { text } = await page(`/punkt/${DECIDED.id}`, {
      archive: { ...archiveDouble(), item: async () => item },
    });
    expect(text).toContain('Økonomi fra dagsordenen Det koster to millioner.');
    expect(text).not.toContain('Det foreslås at vente.');
    expect(text).not.toContain('Formål');
  });

  it('gives each recommendation its outcome, and says which page the decision stands on', async () => {
    const { text, html } = await page(`/punkt/${DECIDED.id}`);
    expect(text).toContain(
      '1. godkender et fælles beredskab Tiltrådt med bemærkning 2. drøfter finansieringen Drøftet',
    );
    expect(text).toContain('Åse Ørsted (A) , Morsø Kommune, Borgmester');
    expect(html).toMatch(/Beslutning <a class="aside" href="\/originals\/a{64}#page=5">/);
  });

  it('says which attachments were received, and what came from the agenda', async () => {
    const { html, text } = await page(`/punkt/${DECIDED.id}`);
    expect(html).toContain(`<a href="/bilag/${APPENDIX_ID}">Kort over færgeruter</a>`);
    expect(text).toContain('Budget ikke modtaget');
    expect(text).toContain('Resumé fra dagsordenen');
  });

  it('gives a line to cite', async () => {
    const { text } = await page(`/punkt/${DECIDED.id}`);
    expect(text).toContain(
      'KKR Nordjylland, referat af 12. marts 2031, pkt. 2.1 »Fælles færgeberedskab i Limfjorden«, SAG-2031-00042, s. 4–5.',
    );
  });

  it('does not invent a decision', async () => {
    expect((await page(`/punkt/${OPEN_AGENDA_ITEM.id}`)).text).toContain(
      'hvad der blev besluttet, vides endnu ikke',
    );
    expect((await page(`/punkt/${CLOSED.id}`)).text).toContain('Lukket punkt');
  });
});
