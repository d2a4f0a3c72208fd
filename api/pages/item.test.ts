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

  it('leads on from an id of old', async () => {
    const archive = archiveDouble();
    const changes = {
      archive: { ...archive, item: async (id: string) => archive.item(id === 'old-7' ? DECIDED.id : id) },
    };
    const { status, headers } = await page('/punkt/old-7', changes);
    expect([status, headers.location]).toEqual([302, `/punkt/${DECIDED.id}`]);
  });

  it('says that its paper was replaced, and where the item stands now', async () => {
    const archive = archiveDouble();
    const newer = { ...DECIDED, id: 'newer', number: '9', title: DECIDED.title.toUpperCase() };
    const changes = {
      archive: {
        ...archive,
        document: async (id: string) => {
          const found = await archive.document(id);
          return found && { ...found, supersededBy: 'f'.repeat(64) };
        },
        meeting: async (id: string) => {
          const found = await archive.meeting(id);
          return found && { ...found, items: [...found.items, newer] };
        },
      },
    };
    const { html, text } = await page(`/punkt/${DECIDED.id}`, changes);
    expect(text).toContain(
      'Punktet stod i et referat, der er erstattet af et nyere. Dér står det som punkt 9',
    );
    expect(html).toContain('href="/punkt/newer"');
    expect((await page(`/punkt/${DECIDED.id}`)).text).not.toContain('erstattet');
  });

  it('names the other item that had its number on the agenda', async () => {
    const archive = archiveDouble();
    const change = { kind: 'moved', item: OPEN_AGENDA_ITEM.id, from: DECIDED.number, to: '1.1' } as const;
    const changes = {
      archive: {
        ...archive,
        meeting: async (id: string) => {
          const found = await archive.meeting(id);
          return found && { ...found, changes: [change] };
        },
      },
    };
    expect((await page(`/punkt/${DECIDED.id}`, changes)).text).toContain(
      `På dagsordenen var punkt ${DECIDED.number} et andet: ${OPEN_AGENDA_ITEM.title}`,
    );
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

  it('shows what an item says before its first heading without an empty one', async () => {
    const item = {
      ...DECIDED,
      sections: [{ heading: '', text: 'Færgen er fra 1974.' }, ...DECIDED.sections],
    };
    const { html, text } = await page(`/punkt/${DECIDED.id}`, {
      archive: { ...archiveDouble(), item: async () => item },
    });
    expect(text).toContain('Færgen er fra 1974.');
    expect(html).not.toMatch(/<h2>\s*(?:<|$)/u);
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
