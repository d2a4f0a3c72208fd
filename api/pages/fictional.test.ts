import { describe, expect, it } from 'vitest';
import { APPENDIX_ID, DECIDED, SUMMARIES } from '../testing/fictional.ts';
import { MEETING, MINUTES } from '../testing/fictional-sources.ts';
import { page } from '../testing/page.ts';

const ALL = new Set(SUMMARIES.map(({ source }) => source.sha256));

describe('the examples that come with the program', () => {
  it('are called made up on the front page where there is nothing else', async () => {
    expect((await page('/', { fictional: ALL })).text).toContain('Arkivet viser opdigtede eksempler');
  });

  it('are counted there where real documents are beside them', async () => {
    const { text } = await page('/', { fictional: new Set([MINUTES.sha256]) });
    expect(text).toMatch(/1 dokument af \d+ er opdigtede|1 af \d+ dokumenter er opdigtede/);
    expect(text).not.toContain('Arkivet viser opdigtede');
  });

  it.each([
    `/punkt/${DECIDED.id}`,
    `/moede/${MEETING}`,
    `/bilag/${APPENDIX_ID}`,
    '/dokument/dok-aaaaaaaaaaaa',
    `/sag/${DECIDED.caseNumber}`,
  ])('are marked: %s', async (url) => {
    expect((await page(url, { fictional: ALL })).text).toContain('Opdigtet eksempel');
    expect((await page(url)).text).not.toContain('pdigtet');
  });

  it('leave no word of it in an archive of real documents', async () => {
    const strangers = new Set(['f'.repeat(64)]);
    expect((await page('/', { fictional: strangers })).text).not.toContain('pdigtede');
  });
});
