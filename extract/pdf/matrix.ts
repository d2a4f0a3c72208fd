/**
 * Whether an operation's argument is a matrix. A page of drawings turns and moves
 * thousands of times, which a schema takes ten times as long to check.
 */
export function isMatrix(value: unknown): value is readonly number[] | Float32Array {
  // Numbers of the page itself come as an array, those of a form set into it packed.
  if (value instanceof Float32Array) return value.length === 6;
  return Array.isArray(value) && value.length === 6 && value.every((part) => typeof part === 'number');
}
