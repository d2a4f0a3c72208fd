import { openReaderInProcess } from '../../extract/open.ts';
import type { BenchOptions, BenchResult, Cell } from '../report/result.ts';
import { percent } from '../report/table.ts';
import { type PageTextScore, scorePageText, sumPageTexts, type TextScore } from '../score/page-text.ts';
import { type Kind, kinds, type Sample } from './kinds.ts';
import { hasProgram, nativePages, pdftotext } from './native.ts';

interface Judged {
  readonly kind: Kind;
  readonly ours: TextScore;
  readonly baseline: TextScore | null;
  readonly misses: readonly string[];
}

/** Page text by kind of page, beside what Debian's own tools make of the same pages. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const reader = openReaderInProcess({ ocr: options.short ? 'none' : 'tesseract' });
  const judged: Judged[] = [];
  try {
    for (const kind of kinds({ ...options, reader })) {
      const ours: PageTextScore[] = [];
      const theirs: PageTextScore[] = [];
      const misses: string[] = [];
      for (const sample of await kind.samples()) {
        const document = await reader.read(sample.pdf, `${sample.name}.pdf`);
        const texts = options.short ? null : baselineTexts(kind, sample);
        for (const [index, truth] of sample.truth.entries()) {
          const page = document.pages[index];
          const score = scorePageText(truth, page ?? { text: '', lines: [] });
          ours.push(score);
          if (score.characterErrors > 0) misses.push(missOf(kind, sample, truth.number, score));
          if (texts !== null) theirs.push(scorePageText(truth, { text: texts[index] ?? '', lines: [] }));
        }
      }
      const baseline = theirs.length === 0 ? null : sumPageTexts(theirs);
      judged.push({ kind, ours: sumPageTexts(ours), baseline, misses });
    }
  } finally {
    await reader.close();
  }
  return {
    title: 'Page text',
    about:
      'Wrong characters and words in the order of reading, per kind of page. Beside it, on the same pages: `pdftotext -layout` where there is a text layer, native `tesseract -l dan` on the same images where there is none. They do not set headers and contents lists aside, which counts against them; "anywhere" counts wrong characters wherever on the page they stand.',
    tables: [table(judged)],
    figures: Object.assign({}, ...judged.map(figures)),
    misses: judged.flatMap(({ misses }) => misses),
  };
}

function baselineTexts(kind: Kind, { pdf }: Sample): string[] | null {
  if (kind.baseline === 'pdftotext') return hasProgram('pdftotext') ? pdftotext(pdf) : null;
  const there = hasProgram('tesseract') && hasProgram('pdfimages');
  return there ? nativePages(pdf, kind.baseline === 'scan') : null;
}

function table(judged: readonly Judged[]): BenchResult['tables'][number] {
  const rate = (value: number | undefined): Cell => (value === undefined ? null : percent(value, 2));
  return {
    title: 'Text by kind of page',
    columns: [
      'pages',
      'count',
      'characters wrong',
      'theirs',
      'anywhere',
      'theirs',
      'words wrong',
      'theirs',
      'order',
      'theirs',
      'furniture F1',
      'contents F1',
    ],
    rows: judged.map(({ kind, ours, baseline }) => [
      kind.name,
      ours.pages,
      rate(ours.characterErrorRate),
      rate(baseline?.characterErrorRate),
      rate(ours.characterErrorRateAnyOrder),
      rate(baseline?.characterErrorRateAnyOrder),
      rate(ours.wordErrorRate),
      rate(baseline?.wordErrorRate),
      rate(ours.order),
      rate(baseline?.order),
      rate(ours.furnitureF1),
      rate(ours.contentsF1),
    ]),
  };
}

function figures({ kind, ours }: Judged): Record<string, number> {
  const key = `text.${kind.name.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
  return {
    [`${key}.characterErrors`]: ours.characterErrorRate,
    [`${key}.order`]: ours.order,
    [`${key}.furnitureF1`]: ours.furnitureF1,
    [`${key}.contentsF1`]: ours.contentsF1,
  };
}

function missOf(kind: Kind, sample: Sample, page: number, score: PageTextScore): string {
  const { characterErrors, characterErrorsAnyOrder, lostBlocks } = score;
  const lost = lostBlocks.length === 0 ? '' : `; lost ${JSON.stringify(lostBlocks)}`;
  return `${kind.name}: ${sample.name} page ${page}: ${characterErrors} characters (${characterErrorsAnyOrder} anywhere)${lost}`;
}
