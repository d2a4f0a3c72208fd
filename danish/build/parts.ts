import { Automaton } from '../automaton.ts';
import { buildAutomaton } from '../automaton-builder.ts';
import { splitCompound } from '../compound.ts';
import { COMPOUND_FIRST } from '../lexicon-format.ts';

/**
 * How productive each form is: the dictionary's own compounds, cut, tell which
 * words like to stand first and last. The byte is that of `parts` in
 * danish/lexicon-format.ts.
 */
export function countParts(forms: ReadonlyMap<string, number>): Map<string, number> {
  const automaton = new Automaton(buildAutomaton(forms));
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const form of forms.keys()) {
    if (!/^[a-zæøå]+$/u.test(form)) continue;
    const parts = splitCompound(automaton, form);
    const [first, last] = [parts?.[0], parts?.at(-1)];
    if (first === undefined || last === undefined) continue;
    bump(firsts, first);
    bump(lasts, last);
  }
  const digits = (count: number): number => Math.min(15, count === 0 ? 0 : Math.floor(Math.log2(count)) + 1);
  const parts = new Map<string, number>();
  for (const [form, places] of forms) {
    // "sundheds" counts as sundhed does.
    const stem = places & COMPOUND_FIRST && /[se]$/u.test(form) ? form.slice(0, -1) : form;
    const asFirst = digits(Math.max(firsts.get(form) ?? 0, firsts.get(stem) ?? 0));
    const asLast = digits(lasts.get(form) ?? 0);
    if (asFirst + asLast > 0) parts.set(form, (asFirst << 4) | asLast);
  }
  return parts;
}
