import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChannels } from './channels.ts';
import { applyEdits, undoEdits } from './edits.ts';
import { loadRepairer } from './repair.ts';

const repairer = loadRepairer();
const repaired = (text: string): string => repairer.repair(text, null).text;

const CLEAN = `Kommunerne i regionen drøfter på næste møde, hvordan børn og unge får hjælp tidligere. Sagen blev
behandlet i marts, og økonomien er gennemgået af sekretariatet, jf. bilag 2 og SAG-2021-00417.

Dalsgaard og Kirstine fra Aabenraa spurgte til RAR, K17 og DK2020 (se www.kkr-eksempel.dk/møder?id=7). Forslaget om
CO₂ og § 85 sendes til Malmö och Skåne. The working group will meet again in May for a review of the budget.`;

test.each([
  [
    'Udgiftsudviklingen pd socialomradet er steget, og det er vcerd at bemcerke',
    'Udgiftsudviklingen på socialområdet er steget, og det er værd at bemærke',
  ],
  [
    'de neere sundhedstilbud og gkonomi til stgttende indsatser for bgrn',
    'de nære sundhedstilbud og økonomi til støttende indsatser for børn',
  ],
  [
    'K?benhavns Kommune skal ogs? tage stilling til m?det',
    'Københavns Kommune skal også tage stilling til mødet',
  ],
  [
    'Udgiftsudviklingen pd bornomradet viser, at midlerne gar til stgttende indsatser, nar aftalen treeder i kraft',
    'Udgiftsudviklingen på børnområdet viser, at midlerne går til støttende indsatser, når aftalen træder i kraft',
  ],
  [
    'S-togseksprestunnel Kebenhavn H er neevnt, og der er brug for Igsninger pa omradet',
    'S-togseksprestunnel København H er nævnt, og der er brug for løsninger på området',
  ],
  ['Mødet holdes i K\ufffdbenhavn på rådhuset.', 'Mødet holdes i København på rådhuset.'],
  [
    'B°rnene pÕ skolen fÕr hjµlp, nÕr kommunen °nsker det.',
    'Børnene på skolen får hjælp, når kommunen ønsker det.',
  ],
  [
    'Det er ti l gavn for alle, og vi afventer et hørings svar.',
    'Det er til gavn for alle, og vi afventer et høringssvar.',
  ],
  [
    'Kommunekontaktraadet har paa et moede i regionen talt om boern og aeldre i Aabenraa.',
    'Kommunekontaktrådet har på et møde i regionen talt om børn og ældre i Aabenraa.',
  ],
  ['KOMMUNEKONTAKTRAADET HAR TALT OM OEKONOMIEN', 'KOMMUNEKONTAKTRÅDET HAR TALT OM ØKONOMIEN'],
  [
    'Kommunekontaktraadet pd socialomradet; det er vcerd at bemcerke for bgrn i byraadet',
    'Kommunekontaktrådet på socialområdet; det er værd at bemærke for børn i byrådet',
  ],
  ['K K R  S J Æ L L A N D', 'KKR SJÆLLAND'],
  ['D AG S O R D E N 2 0 1 5', 'DAGSORDEN 2015'],
  ['Årsrapport fra SocialtilsynØst for det seneste år', 'Årsrapport fra Socialtilsyn Øst for det seneste år'],
  ['Det gælder udgifts-\nudvikling i hele perioden', 'Det gælder udgiftsudvikling\ni hele perioden'],
])('mends %j', (damaged, whole) => {
  expect(repaired(damaged)).toBe(whole);
});

test.each([
  CLEAN,
  'Det gælder børne-\nog ungeområdet og KKR Hovedstadens bidrag.',
  'Bilag A B C D til punkt 2, s. 22 i hele Danmark s. 30',
  'Forfatteren skriver altid indstiling og komunerne og iøvrigt idag på mødet.',
  'Udpegnings til Region Hovedstadens råd er en kommunes sag.',
  'KommuneKredit og LetbaneSelskabet på Fyn | side 5',
  'Plejehjemmene Bakkegaarden, Moellegaarden, Rosengaarden og Engaardparken er med i planen for næste år.',
  'Plejecentre i kommunen: Bakkegaarden, Rosengaarden, Kildegaardskolen.\n\nDe ældre på øen får hjælp efter behov.',
  'Byraadets Medlemmer vælges paa fire Aar og kan ikke paatage sig Forpligtelser; saafremt Raadet maatte opnaa det, skal Adgangen staa aaben.',
  'Det var Poul Dalgaard, Per Skovgaard, Lis Raahauge og Bodil Aagesen fra Aalborg.',
  'Michael, Samuel og Raphael kom fra Israel med duoen Noel og poeten.',
  '',
])('leaves %j alone', (text) => {
  expect(repairer.repair(text, null)).toEqual({ text, edits: [], doubtful: [] });
});

const CORRECT = `F.eks. kan kommunerne bl.a. søge om midler, jf. lovens § 12, stk. 2, litra a, evt. senere.
Borgmesteren fra Ry talte om Mors, Fur, Als, Ærø og Tåsinge; S-tog og A-kasser indgår, jf. bilag A-D og F.
Budget A B C D E i alt
Mandater A B F I O V Ø
Hold A B C D A B C D, svar X X X X i alt, point 1 2 3 4 A B C
Færgen sejler fra Hou til Sælvig. St. Heddinge og Nr. Nebel har stationer; ø'erne og SMV'erne mangler støtte.
"Vi har inte råd med det här", sagde gæsten, og den norske: "Jeg vet ikke hva vi skal gjøre nå".
Efterat Høiesteret havde afsagt Dommen, gik de hjem til Gaarden ved Aaen.
Medlemmer: Peter Holm (A), Lis Bak (F), Bo Vest (Ø). Tarm, Ho, Hee, No, Lem og Tim er byer i vest.
Han så, at de så frø; for os går for mange for lud og koldt vand; får er får, og far er far.`;

test.each([null, 'spelt-out', 'ocr', 'placeholder', 'dropped'])(
  'correct Danish stays, line by line and as a whole, where the other pages lost letters by %s',
  (damage) => {
    for (const text of [CORRECT, ...CORRECT.split('\n')])
      expect(repairer.repair(text, null, undefined, damage)).toMatchObject({ text, edits: [] });
  },
);

test.each(['a', 'A ', 'a-', 'i i ', 'a.', 'http://', 'K K R  '])(
  'an endless %j takes no endless time',
  (part) => {
    const text = part.repeat(50_000 / part.length);
    expect(repairer.repair(text, null).text).toBe(text);
  },
);

test('keeps the hyphen that is the word’s own', () => {
  expect(repaired('Det gælder også for KKR-\nmødet i Ikast-\nBrande den 3. maj.')).toBe(
    'Det gælder også for KKR-mødet\ni Ikast-Brande\nden 3. maj.',
  );
});

test.each([
  ['Det er dansk-\nsvenske aftaler om arbejde.', 'Det er dansk-svenske\naftaler om arbejde.'],
  ['Der er valgt et it-\nsystem til alle kommuner.', 'Der er valgt et it-system\ntil alle kommuner.'],
  [
    'Det gælder sort-\nhvide kopier og øst-\nvestgående veje.',
    'Det gælder sort-hvide\nkopier og øst-vestgående\nveje.',
  ],
  ['Det gælder børne-\nmen ikke ældreområdet.', 'Det gælder børne-\nmen ikke ældreområdet.'],
  ['Det gælder udgifts\u2010\nudvikling i hele perioden', 'Det gælder udgiftsudvikling\ni hele perioden'],
])('a hyphen that belongs stays: %j', (divided, whole) => {
  expect(repaired(divided)).toBe(whole);
});

test('no word goes on in the first cell of a table', () => {
  const text = 'Her ses alle kommunernes udgifts-\nudvikling\t100\t200\nDrift af skoler\t5\t6';
  expect(repaired(text)).toBe(text);
});

test('the document tells which of its words have a hyphen', () => {
  const text = 'Der er behov for patient-\nforløb i alle kommuner.';
  expect(repairer.repair(text, null).text).toContain('patientforløb');
  expect(repairer.repair(text, null, new Set(['patient-forløb'])).text).toContain('patient-forløb\n');
});

test('touches letters alone where the language is known to be another', () => {
  expect(repairer.repair('omradet pd mÃ¸det', 'eng').text).toBe('omradet pd mødet');
});

const damagedPages: { read: string }[] = JSON.parse(
  readFileSync(new URL('../../bench/repair/pages.json', import.meta.url), 'utf8'),
);
const pieces = fc.oneof(
  fc.constantFrom(...damagedPages.map((page) => page.read.slice(0, 700))),
  fc.constantFrom(
    'pd omradet',
    'mÃ¸de',
    'ti l',
    'udgifts-\n',
    'K?benhavn',
    '\ufffd',
    ' ',
    '\n\n',
    'ﬁ',
    'S J Æ L L A N D',
  ),
  fc.string({ maxLength: 8 }),
);
const texts = fc.array(pieces, { maxLength: 5 }).map((list) => list.join(' '));

test('edits say what was done, and undoing them gives the input back', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: result, edits, doubtful } = repairer.repair(text, null);
      expect(applyEdits(text, edits)).toBe(result);
      expect(undoEdits(result, edits)).toBe(text);
      for (const [start, end] of doubtful) expect(result.slice(start, end)).toMatch(/^\S+$/u);
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('repairing twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = repaired(text);
      expect(repaired(once)).toBe(once);
    }),
    { numRuns: 40, seed: 6 },
  );
});

test('the same text gives the same result, whatever was read before', () => {
  for (const { read } of damagedPages.slice(0, 3)) {
    expect(repairer.repair(read, null)).toEqual(loadRepairer().repair(read, null));
  }
});

test('docs/repair.md lists the rules that the code has', () => {
  const listed = readFileSync(new URL('../../docs/repair.md', import.meta.url), 'utf8').matchAll(
    /^\| `([a-z-]+)`/gmu,
  );
  const sources = [
    'decode',
    'blank',
    'run-together',
    'escapes',
    'mojibake',
    'recode',
    'letter-spaced',
    'torn',
    'glued',
    'join',
    '../layout/hyphens',
  ].map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8'));
  const rules = sources.flatMap((source) => [
    ...[
      ...source.matchAll(/rule: '([a-z-]+)'|, '(mojibake|ligature|soft-hyphen|zero-width|decomposed)'/gu),
    ].map((m) => m[1] ?? m[2]),
    ...[...source.matchAll(/'(decomposed|zero-width)',$/gmu)].map((m) => m[1]),
  ]);
  rules.push(...createChannels([]).map(({ name }) => `respell-${name}`));
  expect([...listed].map((match) => match[1]).sort()).toEqual([...new Set(rules)].sort());
});
