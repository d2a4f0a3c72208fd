import type { Confusion } from '../../../extract/repair/confusions.ts';
import type { WordPair } from '../pairs.ts';

/**
 * Learns what a reader makes of each letter: pairs of words are aligned in
 * pieces of up to two true letters against up to three read ones, and the
 * pieces counted (a noisy channel as in Brill and Moore, 2000, without context).
 */
export function learnConfusions(pairs: readonly WordPair[]): Confusion[] {
  const pieces = new Map<string, number>();
  const totals = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const { word, image } of pairs) {
    if (image.includes(' ') || Math.abs(image.length - word.length) > 4) continue;
    const aligned = alignPieces(word, image);
    if (!aligned) continue;
    for (let at = 0; at < word.length; at++) {
      count(totals, word.slice(at, at + 1));
      if (at + 1 < word.length) count(totals, word.slice(at, at + 2));
    }
    for (const [truth, read] of aligned) if (truth !== '') count(pieces, `${truth}\t${read}`);
  }
  const priorTotals = new Map<string, number>();
  for (const [key, weight] of PRIOR) {
    const truth = key.slice(0, key.indexOf('\t'));
    priorTotals.set(truth, (priorTotals.get(truth) ?? 0) + weight);
    if (!pieces.has(key)) pieces.set(key, 0);
  }
  const confusions: Confusion[] = [];
  for (const [key, times] of pieces) {
    const [truth = '', read = ''] = key.split('\t');
    if (truth === read || !/^[a-zæøå]{1,2}$/iu.test(truth)) continue;
    // A letter that leaves nothing behind is mostly a word that the alignment got wrong.
    if (/^[\s\p{C}]*$/u.test(read)) continue;
    const prior = PRIOR.get(key) ?? 0;
    const special = /^[æøåÆØÅ]$/u.test(truth);
    if (times < 2 && prior === 0) continue;
    const seen = times / ((totals.get(truth) ?? 0) + 20);
    const known = special ? prior / (priorTotals.get(truth) ?? 1) : prior / 20;
    const share = special
      ? (1 - PRIOR_SHARE) * seen + PRIOR_SHARE * known
      : Math.max(seen, known * PRIOR_SHARE);
    confusions.push({ read, truth, cost: Number(Math.min(-Math.log(share), 12).toFixed(2)) });
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return confusions.sort((a, b) => order(a.truth, b.truth) || a.cost - b.cost || order(a.read, b.read));
}

/** A sample knows the fonts and scanners it was made with; other papers met others. */
const PRIOR_SHARE = 0.35;

/**
 * Damage that is known from many scans: what each letter is
 * misread as, and how often against its other misreadings (æ, ø, å) or in
 * twenty occurrences (the rest).
 */
const PRIOR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    æ: 'ae3 ee3 ce2 oe2 ze2 z1 e1 a1 é1 ee1 cae.3 eze.3 aee.3 coe.2 cz.2 zee.4 se.5 &e.3 a&.2 eae.1 eé.1 ée.1 @.2 2.2',
    ø: 'o3 g3 a3 e3 @1 6.5 ¢.5 Q.3 0.5 oe.3 z.2 é.3 ¢g.1 og.2 ag.2 eg.2 ea.1 ge.1 ga.1 @g.2 s.1 d.1 i.1 u.1 8.2 %.1 a@.2',
    å: 'a5 d2 4.3 é.3 &1 3.3 A.5 @.2 da.4 ad.4 &d.2 d&.5 a&.2 gd.2 i.1 o.3 e.1 á.3 à.3 q.1 8.1',
    Æ: 'AE3 E1 A1 Ae.5 Z.5 /E.3 @.1 Ee.3 4E.2 ZA.5 ZAE.5 AZ.2 EE.5',
    Ø: 'O5 @3 0.5 J.3 Q.3 G.3 D.2 S.1 g.2 o.3 a.2 ©.2',
    Å: 'A5 4.2 R.1 & Aa.1',
    f: 't.04 ft.03 ff.02',
    t: 'f.05 ft.05 l.03 i.02',
    i: 'l.04 |.03 1.02 t.02 j.02',
    l: 'i.05 |.03 1.03 t.02 I.05',
    I: '|2 l.3 1.3 /.05',
    m: 'rn.04 mm.02',
    n: 'nn.01',
    rn: 'm.05',
    ti: 'fi.15',
    fi: 'ti.03',
    o: '0.01 o0:.01',
    g: 'q.01',
    s: 'ss.01',
  }).flatMap(([truth, list]) =>
    list.split(' ').map((entry) => {
      const [, read = '', weight = '1'] =
        /^(.+):(.+)$|^(\D+?|\d)(\.?\d*)$/u.exec(entry)?.filter((part) => part !== undefined) ?? [];
      return [`${truth}\t${read}`, Number(weight)] as const;
    }),
  ),
);

type Piece = readonly [truth: string, read: string];

/** The cheapest way to read one word piece by piece as the other; null where they have too little in common. */
function alignPieces(word: string, image: string): Piece[] | null {
  const width = image.length + 1;
  const best = new Float64Array((word.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const from = new Map<number, [number, number]>();
  best[0] = 0;
  for (let i = 0; i <= word.length; i++) {
    for (let j = 0; j <= image.length; j++) {
      const here = best[i * width + j] ?? Number.POSITIVE_INFINITY;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (let di = 0; di <= 2 && i + di <= word.length; di++) {
        for (let dj = 0; dj <= 3 && j + dj <= image.length; dj++) {
          if (di + dj === 0) continue;
          const price = pieceCost(word.slice(i, i + di), image.slice(j, j + dj));
          const at = (i + di) * width + j + dj;
          if (here + price < (best[at] ?? Number.POSITIVE_INFINITY)) {
            best[at] = here + price;
            from.set(at, [i, j]);
          }
        }
      }
    }
  }
  if ((best[word.length * width + image.length] ?? 99) > 1 + word.length * 0.6) return null;
  const pieces: Piece[] = [];
  for (let i = word.length, j = image.length; i > 0 || j > 0; ) {
    const [pi, pj] = from.get(i * width + j) ?? [0, 0];
    pieces.unshift([word.slice(pi, i), image.slice(pj, j)]);
    [i, j] = [pi, pj];
  }
  return pieces;
}

function pieceCost(truth: string, read: string): number {
  if (truth === read) return truth.length === 1 ? 0 : 9;
  if (/^[æøåÆØÅ]$/u.test(truth)) return read === '' ? 1.4 : 0.5 + 0.15 * (read.length - 1);
  if (/[æøåÆØÅ]/u.test(truth) || read.length > 2) return 9;
  if (truth === '' || read === '') return 1.1 * (truth.length + read.length);
  return truth.length === 1 && read.length === 1 ? 1 : 1.5;
}
