/**
 * What the councils call by two names. Only pairs that are always the same
 * thing; folded, several words with spaces between.
 */
const SAME: readonly (readonly string[])[] = [
  ['kkr', 'kommunekontaktråd'],
  ['kl', 'kommunernes landsforening'],
  ['rar', 'regionale arbejdsmarkedsråd'],
  ['fgu', 'forberedende grunduddannelse'],
  ['stu', 'særligt tilrettelagt ungdomsuddannelse'],
  ['eu', 'europæiske union'],
  ['corona', 'covid'],
  ['borgmester', 'borgmestre'],
  ['center', 'centre'],
  ['barn', 'børn'],
];

const OTHERS = new Map(
  SAME.flatMap((names) =>
    names.map((name): [string, string[]] => [name, names.filter((other) => other !== name)]),
  ),
);

/** @param folded one word of a query. */
export function synonymsOf(folded: string): readonly string[] {
  return OTHERS.get(folded) ?? [];
}
