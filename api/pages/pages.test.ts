import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { APPENDIX_ID, CLOSED, DECIDED, OPEN_AGENDA_ITEM } from '../testing/fictional.ts';
import { MEETING } from '../testing/fictional-sources.ts';
import { page } from '../testing/page.ts';

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
