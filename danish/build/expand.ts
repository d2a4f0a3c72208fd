/**
 * Expands a Hunspell dictionary (.aff and .dic) to its full forms, as far as
 * the Danish dictionary uses the format: numeric flags, suffixes with
 * continuation flags, compound positions. See hunspell(5). Prefixes are left
 * out: the dictionary uses them to put every point of the compass before every
 * place ("Nordvestjebjerg"), a quarter of a million names that nobody bears.
 */

import { ALONE, COMPOUND_FIRST, COMPOUND_LAST } from '../lexicon-format.ts';

interface Affix {
  readonly strip: string;
  readonly add: string;
  readonly flags: readonly number[];
  readonly condition: RegExp;
}

interface AffixTable {
  readonly suffixes: ReadonlyMap<number, readonly Affix[]>;
  /** Flags with a meaning of their own, by Hunspell's name. */
  readonly special: ReadonlyMap<string, number>;
}

const SPECIAL = /^(FORBIDDENWORD|NEEDAFFIX|COMPOUNDBEGIN|COMPOUNDMIDDLE|COMPOUNDEND|ONLYINCOMPOUND) (\d+)/;

const numbers = (flags: string): number[] => flags.split(',').map(Number);

function parseAffixes(aff: string): AffixTable {
  const suffixes = new Map<number, Affix[]>();
  const special = new Map<string, number>();
  for (const line of aff.split('\n')) {
    const named = SPECIAL.exec(line);
    if (named?.[1]) special.set(named[1], Number(named[2]));
    const [kind, flag, strip, add, condition] = line.split(/\s+/);
    if (kind !== 'SFX' || condition === undefined || add === undefined) continue;
    // The head of a table reads "SFX 5 Y 8"; its rules have a condition as fifth field.
    if (strip === 'Y' || strip === 'N') continue;
    const [text = '', flags = ''] = add.split('/');
    const pattern = condition.startsWith('#') || condition.startsWith('+') ? '.' : condition;
    const rules = suffixes.get(Number(flag)) ?? [];
    rules.push({
      strip: strip === '0' || strip === undefined ? '' : strip,
      add: text === '0' ? '' : text,
      flags: flags === '' ? [] : numbers(flags),
      condition: new RegExp(`(?:${pattern})$`),
    });
    suffixes.set(Number(flag), rules);
  }
  return { suffixes, special };
}

/** Letters that Danish words and the names in them are written with; the dictionary's Greek and Thai forms go. */
const WRITTEN = /^[a-zæøåéèêëüöäáàóíïôçñß'.-]+$/iu;

/** Every form with the places where it may stand, as bits of danish/lexicon-format.ts. */
export function expandDictionary(aff: string, dic: string): Map<string, number> {
  const table = parseAffixes(aff);
  const forms = new Map<string, number>();
  const forbidden = new Set<string>();
  const flagOf = (name: string): number => table.special.get(name) ?? -1;
  const [forbid, needAffix, onlyIn] = ['FORBIDDENWORD', 'NEEDAFFIX', 'ONLYINCOMPOUND'].map(flagOf);
  const [begin, middle, end] = ['COMPOUNDBEGIN', 'COMPOUNDMIDDLE', 'COMPOUNDEND'].map(flagOf);

  const add = (form: string, flags: readonly number[], depth: number): void => {
    const has = (flag: number | undefined): boolean => flag !== undefined && flags.includes(flag);
    if (has(forbid)) {
      forbidden.add(form);
      return;
    }
    let places = has(needAffix) || has(onlyIn) ? 0 : ALONE;
    if (has(begin) || has(middle)) places |= COMPOUND_FIRST;
    if (has(end)) places |= COMPOUND_LAST;
    if (places !== 0) forms.set(form, (forms.get(form) ?? 0) | places);
    if (depth === 2) return;
    for (const flag of flags) {
      for (const rule of table.suffixes.get(flag) ?? []) {
        if (!form.endsWith(rule.strip) || !rule.condition.test(form)) continue;
        add(form.slice(0, form.length - rule.strip.length) + rule.add, rule.flags, depth + 1);
      }
    }
  };

  for (const line of dic.split('\n').slice(1)) {
    const entry = /^([^/\t]+?)(?:\/([\d,]+))?(?:\s+[a-z]{2}:.*)?$/.exec(line.trim());
    const word = entry?.[1];
    if (!word || !WRITTEN.test(word)) continue;
    add(word, entry[2] ? numbers(entry[2]) : [], 0);
  }
  for (const word of forbidden) forms.delete(word);
  return forms;
}
