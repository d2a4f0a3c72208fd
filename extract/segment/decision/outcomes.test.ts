import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomesOf, readActs } from './outcomes.ts';

const context = { number: '2.4', date: '2019-06-12', items: new Set(['1', '2.4', '3', '7']) };
const outcomes = (text: string) => outcomesOf(readActs(text, context).filter((act) => act.about === null));

/** Sentences in the manner of minutes, none of them from a real document. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  // approved
  ['KKR Nordjylland tiltrådte indstillingen.', ['approved']],
  ['KKR godkendte dagsordenen.', ['approved']],
  ['Godkendt.', ['approved']],
  ['Godkendt som indstillet.', ['approved']],
  ['Tiltrådt', ['approved']],
  ['Dagsordenen blev godkendt.', ['approved']],
  ['Indstillingen tiltrådt.', ['approved']],
  ['Indstillingerne blev enstemmigt tiltrådt.', ['approved']],
  ['Indstillingen tiltrædes.', ['approved']],
  ['Referatet fra mødet den 3. april 2019 blev godkendt.', ['approved']],
  ['KKR Syddanmark tilsluttede sig forslaget.', ['approved']],
  ['KKR Midtjylland gav sin tilslutning til rammeaftalen.', ['approved']],
  ['Indstillingen blev fulgt.', ['approved']],
  ['KKR vedtog budgettet for 2020.', ['approved']],
  ['KKR Hovedstaden tiltrådte indstillingerne og gav input til det videre arbejde.', ['approved']],
  ['KKR tiltrådte, at kommunerne udpeger hver sin repræsentant.', ['approved']],
  ['Rammeaftalen er godkendt af KKR.', ['approved']],
  // approved with a remark
  ['KKR Sjælland tiltrådte indstillingen, idet man ønsker en status om et år.', ['approved-with-remark']],
  ['Godkendt med den bemærkning, at Ærø Kommune ikke deltager.', ['approved-with-remark']],
  ['Godkendt med bemærkning om, at udgiften holdes inden for rammen.', ['approved-with-remark']],
  ['Indstillingen blev tiltrådt med de faldne bemærkninger.', ['approved-with-remark']],
  ['KKR godkendte forslaget, dog således at fristen rykkes til september.', ['approved-with-remark']],
  ['Tiltrådt under forudsætning af, at regionen betaler halvdelen.', ['approved-with-remark']],
  ['KKR tiltrådte indstillingen med den tilføjelse, at der evalueres i 2021.', ['approved-with-remark']],
  ['KKR tiltrådte indstillingen. Det blev bemærket, at trafikken stiger.', ['approved']],
  // noted
  ['KKR tog orienteringen til efterretning.', ['noted']],
  ['Orienteringen blev taget til efterretning.', ['noted']],
  ['Taget til efterretning.', ['noted']],
  ['Orienteringen taget til efterretning.', ['noted']],
  ['Orienteringen tages til efterretning.', ['noted']],
  ['Til efterretning.', ['noted']],
  ['KKR Nordjylland tog redegørelsen om færgerne til efterretning.', ['noted']],
  // informed
  ['Formanden orienterede om arbejdet i bestyrelsen.', ['informed']],
  ['Borgmester Ida Holm orienterede om, at regionen har besluttet at lukke to linjer.', ['informed']],
  ['Der blev orienteret om status for klimaplanerne.', ['informed']],
  ['Direktøren redegjorde for økonomien.', ['informed']],
  // discussed
  ['KKR drøftede sagen.', ['discussed']],
  ['Drøftet.', ['discussed']],
  ['Sagen blev drøftet.', ['discussed']],
  ['Punktet drøftedes.', ['discussed']],
  ['KKR Hovedstaden drøftede, hvordan kommunerne kan godkende planen.', ['discussed']],
  ['KKR drøftede oplægget og tog orienteringen til efterretning.', ['noted', 'discussed']],
  // decided
  ['KKR besluttede at bede sekretariatet om et notat.', ['decided']],
  ['Det blev besluttet, at emnet tages op igen til foråret.', ['decided']],
  ['Endvidere blev det besluttet at invitere ministeren.', ['decided']],
  ['KKR vedtog at nedsætte en arbejdsgruppe.', ['decided']],
  // recommended
  ['KKR anbefalede kommunerne at tilslutte sig aftalen.', ['recommended']],
  ['KKR drøftede aftalen og anbefalede kommunerne at godkende den.', ['recommended']],
  ['KKR opfordrede kommunerne til at udpege en kontaktperson.', ['recommended']],
  ['Det anbefales, at kommunerne tiltræder rammeaftalen.', ['recommended']],
  ['KKR Nordjylland anbefaler, at byrådene godkender planen.', ['recommended']],
  ['KKR indstillede til kommunalbestyrelserne, at de godkender aftalen.', ['recommended']],
  // appointed, nominated, elected
  ['KKR udpegede borgmester Jens Krog (V), Thisted Kommune.', ['appointed']],
  ['Karen Elm (A), Vejen Kommune, blev udpeget som medlem.', ['appointed']],
  ['Udpeget blev Karen Elm.', ['appointed']],
  ['KKR indstillede Poul Lind til bestyrelsen.', ['nominated']],
  ['Poul Lind blev indstillet.', ['nominated']],
  ['KKR Midtjylland valgte Rikke Dal som formand.', ['elected']],
  ['Rikke Dal blev genvalgt som formand.', ['elected']],
  ['KKR udpegede Rikke Dal og indstillede Poul Lind.', ['appointed', 'nominated']],
  // mandated
  ['KKR gav formandskabet mandat til at forhandle videre.', ['mandated']],
  ['Formandskabet fik mandat til at godkende den endelige tekst.', ['mandated']],
  ['Formandskabet bemyndiges til at udpege et medlem.', ['mandated']],
  ['Der blev givet mandat til at indgå aftalen.', ['mandated']],
  ['Udpegningen udskydes, og formandskabet fik mandat til at udpege.', ['mandated', 'postponed']],
  // referred, postponed, withdrawn
  ['Sagen blev oversendt til styregruppen.', ['referred']],
  ['KKR oversendte forslaget til kommunerne.', ['referred']],
  ['Sagen sendes videre til politisk behandling.', ['referred']],
  ['Udsat.', ['postponed']],
  ['Sagen blev udsat til mødet den 4. september 2019.', ['postponed']],
  ['Punktet udsættes.', ['postponed']],
  ['KKR besluttede at udsætte sagen.', ['postponed']],
  ['Udgår.', ['withdrawn']],
  ['Punktet udgik.', ['withdrawn']],
  ['Sagen blev taget af dagsordenen.', ['withdrawn']],
  // rejected
  ['Indstillingen blev ikke tiltrådt.', ['rejected']],
  ['Ikke godkendt.', ['rejected']],
  ['KKR kunne ikke tiltræde indstillingen.', ['rejected']],
  ['KKR tiltrådte ikke forslaget.', ['rejected']],
  ['KKR afviste forslaget.', ['rejected']],
  ['Forslaget blev afvist.', ['rejected']],
  // reserved
  ['Samsø Kommune tager forbehold.', ['reserved']],
  ['KKR tiltrådte indstillingen, idet Læsø Kommune tog forbehold.', ['approved-with-remark', 'reserved']],
  // several at once
  ['KKR tiltrådte indstillingen og tog orienteringen til efterretning.', ['approved', 'noted']],
  [
    'Indstillingen blev tiltrådt. KKR opfordrede samtidig staten til at forlænge fristen.',
    ['approved', 'recommended'],
  ],
  [
    '- KKR udpegede Bo Ask (C), Skive Kommune.\n- Herudover fik formandskabet mandat til at udpege en suppleant.',
    ['appointed', 'mandated'],
  ],
  ['KKR drøftede behovet og gav udvalget mandat til at gå i dialog.', ['discussed', 'mandated']],
  ['KKR kunne tiltræde indstillingen.', ['approved']],
  ['Der var tilslutning til indstillingen.', ['approved']],
  ['KKR tog sagen til efterretning og besluttede, at udpegningen sker i juni.', ['noted', 'decided']],
  ['Dagsordenen blev godkendt, idet punkt 7 udgår.', ['approved-with-remark']],
  ['KKR tiltrådte, at sagen oversendes til kommunerne.', ['approved']],
  ['Indstillingen blev tiltrådt, og sagen oversendes til kommunerne.', ['approved', 'referred']],
  ['Sagen genoptages på mødet i september.', ['postponed']],
  ['KKR besluttede ikke at gå videre med forslaget.', ['decided']],
  ['KKR valgte at følge indstillingen.', ['approved']],
  ['Et enigt KKR tiltrådte indstillingen.', ['approved']],
  ['Et flertal tiltrådte indstillingen.', ['approved']],
  ['Et flertal stemte mod forslaget.', ['rejected']],
  ['Et flertal stemte for at udsætte sagen.', ['postponed']],
  ['Et flertal (A og V) stemte for at afvise forslaget.', ['rejected']],
  ['Et flertal stemte for, at sagen udsættes til næste møde.', ['postponed']],
  ['Et flertal stemte for at godkende indstillingen, mens et mindretal stemte imod.', ['approved']],
  ['KKR Nordjylland drøftede og tiltrådte indstillingen.', ['approved', 'discussed']],
  ['Sagen blev drøftet og taget til efterretning.', ['noted', 'discussed']],
  ['Vedtaget.', ['approved']],
  ['KKR TILTRÅDTE INDSTILLINGEN.', ['approved']],
  ['Kommunerne anbefales at tiltræde aftalen.', ['recommended']],
  ['Herefter godkendte KKR regnskabet.', ['approved']],
  ['Der var enighed om at udsætte punktet.', ['postponed']],
  // acts that a clause behind a comma names
  ['Der var ingen bemærkninger til referatet, der blev godkendt.', ['approved']],
  ['Der var ingen bemærkninger til dagsordenen, som blev enstemmigt godkendt.', ['approved']],
  ['Formanden gennemgik forslaget, der blev afvist.', ['rejected']],
  ['KKR besluttede, at sagen udsættes.', ['postponed']],
  ['KKR besluttede, at punktet udskydes til næste møde.', ['postponed']],
  ['Det blev besluttet, at punktet udgår.', ['withdrawn']],
  ['Det blev aftalt, at sagen oversendes til styregruppen.', ['referred']],
  ['KKR besluttede, at indstillingen godkendes.', ['approved']],
  ['KKR besluttede, at udgiften deles ligeligt.', ['decided']],
  [
    'Indstillingen blev tiltrådt med undtagelse af punkt 3, der blev udsat.',
    ['approved-with-remark', 'postponed'],
  ],
  ['Indstillingen blev tiltrådt bortset fra punkt 2, der udgår.', ['approved-with-remark', 'withdrawn']],
  ['Der var enighed om indstillingen.', ['approved']],
  ['Der var bred enighed om forslaget.', ['approved']],
  // nothing that a council did
  ['Der var ikke enighed om indstillingen.', []],
  ['Formanden omtalte planen, der blev godkendt i 2015.', []],
  ['Formanden omtalte aftalen, der blev godkendt af regionen.', []],
  ['Lars Holt opfordrede til at tænke på færgerne.', []],
  ['Skive Kommune anbefalede en anden model.', []],
  ['Udvalget anbefalede, at KKR godkender planen.', []],
  ['Punktet blev ikke behandlet.', []],
  ['KKR ønsker sagen genoptaget.', []],
  ['', []],
  ['Intet at bemærke.', []],
  ['Der var ingen bemærkninger.', []],
  ['Sagen behandles på næste møde.', []],
  ['Regionen besluttede i maj at lukke linjen.', []],
  ['Forslaget er endnu ikke godkendt af regionsrådet.', []],
  ['Planen skal godkendes af kommunerne.', []],
  ['"Indstillingen blev tiltrådt", som det hed i referatet.', []],
  ['På mødet den 3. april 2019 besluttede KKR at nedsætte en arbejdsgruppe.', []],
  ['Ikke mindst trafikken optager kommunerne.', []],
  ['Udbudsstedet drøftes for tiden med regionen.', []],
];

describe('outcomes', () => {
  test.each(CASES)('%s', (text, expected) => {
    expect(outcomes(text)).toEqual(expected);
  });

  test('an outcome for each recommendation that the decision names', () => {
    const acts = readActs(
      'Ad 1. Tiltrådt.\n\nAd 2. Tiltrådt, idet taksten tages op igen.\nAd. 3: Udsat.',
      context,
    );
    expect(acts.map((act) => [act.recommendation, act.outcome])).toEqual([
      [1, 'approved'],
      [2, 'approved-with-remark'],
      [3, 'postponed'],
    ]);
  });

  test('an exception is about the recommendation that it names', () => {
    const acts = readActs('Indstillingen blev tiltrådt med undtagelse af punkt 3, der blev udsat.', context);
    expect(acts.map((act) => [act.recommendation, act.about, act.outcome])).toEqual([
      [null, null, 'approved-with-remark'],
      [3, null, 'postponed'],
    ]);
  });

  test('what is said of another item is about that item', () => {
    const aside = readActs('Dagsordenen blev godkendt, idet punkt 7 udgår.', context);
    expect(aside.map((act) => [act.about, act.outcome])).toEqual([
      [null, 'approved-with-remark'],
      ['7', 'withdrawn'],
    ]);
    const acts = readActs('Sag 3 udgår. Dagsordenen blev i øvrigt godkendt.', { ...context, number: '1' });
    expect(acts.map((act) => [act.about, act.outcome])).toEqual([
      ['3', 'withdrawn'],
      [null, 'approved'],
    ]);
  });

  test('a sentence goes on over line ends, hyphenated or not', () => {
    expect(outcomes('KKR tiltrådte ind-\nstillingen, idet man\nvil følge arbejdet.')).toEqual([
      'approved-with-remark',
    ]);
  });

  test('a long word in capitals is no list of parties, and holds nobody up', () => {
    const long = `Godkendt (${'ARBEJDSMARKED'.repeat(4)} og mere).`;
    const started = performance.now();
    expect(outcomes(long)).toEqual(['approved']);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(outcomes('KKR (A, V, ALT og SF) tiltrådte indstillingen.')).toEqual(['approved']);
  });

  test('reads any text without failing and lists each outcome once', () => {
    const words = fc.constantFrom(
      ...CASES.flatMap(([text]) => text.split(' ')),
      '\n',
      'Ad 1.',
      '–',
      '"',
      ',',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const found = outcomes(parts.join(' '));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
