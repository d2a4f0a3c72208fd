import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { KkrError } from '../../core/errors.ts';
import { archiveDouble, doubles } from '../testing/doubles.ts';
import { APPENDIX_ID, CLOSED, DECIDED, HOSTILE, OPEN_AGENDA_ITEM, STATUS } from '../testing/fictional.ts';
import { MEETING } from '../testing/fictional-sources.ts';
import { testServer } from '../testing/server.ts';

/** Well-formed HTML and what can be checked of WCAG without a browser; our layout is not its concern. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
  },
});

async function page(url: string, changes: Parameters<typeof testServer>[0] = {}) {
  const { app, asked } = await testServer(changes);
  const answer = await app.inject(url);
  return {
    status: answer.statusCode,
    html: answer.body,
    text: textOf(answer.body),
    headers: answer.headers,
    asked,
  };
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const PAGES = [
  '/',
  '/?q=f%C3%A6rger',
  '/?q=f%C3%A6rgr&body=nordjylland&outcome=approved&year=2031&kind=referat&from=2031-01-01&sort=newest&offset=20',
  '/?q=intet&type=beslutningssag',
  `/punkt/${DECIDED.id}`,
  `/punkt/${OPEN_AGENDA_ITEM.id}`,
  `/punkt/${CLOSED.id}`,
  '/moeder',
  '/moeder?body=nordjylland&year=2031',
  `/moede/${MEETING}`,
  '/sag/SAG-2031-00042',
  `/bilag/${APPENDIX_ID}`,
  '/dokument/dok-aaaaaaaaaaaa',
  '/dokument/dok-aaaaaaaaaaaa?vis=rettelser',
  '/dokument/dok-dddddddddddd',
  '/dokument/dok-eeeeeeeeeeee',
  '/status',
  '/mangler',
  '/findes-ikke',
  '/?year=ti',
];

describe.each(PAGES)('%s', (url) => {
  it('is well-formed, accessible HTML', async () => {
    const report = await validator.validateString((await page(url)).html);
    const problems = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  it('has one main part, one first heading, and a title of its own', async () => {
    const { html } = await page(url);
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]*KKR-arkivet<\/title>/);
  });

  it('runs no script and shows hostile text as text', async () => {
    const { html, headers } = await page(url);
    expect(html).not.toMatch(/<script|<img|\son\w+="|javascript:/i);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

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
    expect(html).toContain(`href="/punkt/${DECIDED.id}"`);
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
    expect(wrong.text).toContain('from: must be a date like 2024-06-19');
  });

  it('offers no order by likeness where nothing was asked', async () => {
    const { html, text } = await page('/?q=&year=2031');
    expect(text).not.toContain('Bedste først');
    expect(html).toContain('<strong aria-current="true">Nyeste først</strong>');
  });

  it('does not pass an empty index off as an answer', async () => {
    const { index } = doubles();
    const empty = { ...index, stats: async () => ({ engine: 'double', records: 0 }) };
    expect((await page('/?q=intet', { index: empty })).text).toContain('Søgeregistret er tomt');
    expect((await page('/?q=intet')).text).not.toContain('Søgeregistret er tomt');
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

  it('case: any notation leads to the one address', async () => {
    const { app } = await testServer();
    const answer = await app.inject('/sag/sag%202031%2042');
    expect(answer.statusCode).toBe(301);
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
      'Referat af møde <span class="repair" title="letters"><del>pă</del><ins>på</ins></span> havnen',
    );
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
