/** What speaks for something and against it, added up: the weights of what holds. */
export function weightOf<Kind extends string>(
  holds: Readonly<Record<Kind, boolean>>,
  weights: Readonly<Record<Kind, number>>,
): number {
  let sum = 0;
  for (const kind in weights) if (holds[kind]) sum += weights[kind];
  return sum;
}
