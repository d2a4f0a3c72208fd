import { SHORT_PARTS } from '../../danish/compound.ts';
import { ALONE, COMPOUND_FIRST, COMPOUND_LAST } from '../../danish/lexicon-format.ts';
import { type Candidate, candidateOf, limitFor } from './candidate.ts';
import { type Capitals, type Channel, type Found, findForms } from './candidates.ts';
import { COMPOUND_PRICE, type RepairModel } from './model.ts';

const MIN_COMPOUND = 6;
const MIN_PART = 3;
const PATHS = 5;
/** Price of a first part that the dictionary does not foresee there. */
const UNMARKED = 2;

interface Path {
  readonly form: string;
  readonly price: number;
  readonly cost: number;
  readonly parts: number;
}

/** Compounds that the dictionary lacks, put together from left to right, the best few paths to each place. */
export function compounds(
  model: RepairModel,
  read: string,
  channel: Channel,
  capitals: Capitals,
): Candidate[] {
  if (read.length < MIN_COMPOUND) return [];
  const { automaton } = model.lexicon;
  const limit = limitFor(read.length);
  const paths: Path[][] = Array.from({ length: read.length + 1 }, () => []);
  paths[0] = [{ form: '', price: COMPOUND_PRICE, cost: 0, parts: 0 }];
  const whole: Candidate[] = [];
  const extend = (path: Path, found: Found, places: number, link: string): void => {
    const next: Path = {
      form: path.form + found.form + link,
      price:
        path.price +
        model.partPrice(found.form, found.number, false) -
        (places & COMPOUND_FIRST ? 0 : UNMARKED),
      cost: path.cost + found.cost,
      parts: path.parts + 1,
    };
    const end = found.end + link.length;
    const rivals = paths[end];
    if (!rivals || next.cost > limit || end >= read.length) return;
    rivals.push(next);
    rivals.sort((a, b) => b.price - b.cost - (a.price - a.cost));
    rivals.length = Math.min(rivals.length, PATHS);
  };
  for (let start = 0; start <= read.length - MIN_PART; start++) {
    const here = paths[start];
    if (!here || here.length === 0) continue;
    for (const found of findForms(automaton, channel, read, start, capitals, limit, true)) {
      const { form, end } = found;
      const places = automaton.places(found.number);
      if ((form.length < MIN_PART && !SHORT_PARTS.has(form)) || form !== form.toLowerCase()) continue;
      for (const path of [...here]) {
        if (path.cost + found.cost > limit) continue;
        if (end === read.length) {
          if (path.parts === 0 || !(places & COMPOUND_LAST)) continue;
          const price = path.price + model.partPrice(form, found.number, true);
          whole.push(candidateOf(path.form + form, capitals, price, path.cost + found.cost));
        } else if (path.parts < 3) {
          if (places & COMPOUND_FIRST) extend(path, found, places, '');
          else if (form.length >= 4 && places & ALONE && places & COMPOUND_LAST) {
            extend(path, found, places, '');
            if (read.charAt(end).toLowerCase() === 's') extend(path, found, places, 's');
          }
        }
      }
    }
  }
  return whole;
}
