/** Numbers for strings, from 1 on; 0 stands for none. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #strings: string[] = [''];

  get size(): number {
    return this.#numbers.size;
  }

  /** The string's number, given now if it has none. */
  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#strings.length;
    this.#numbers.set(value, number);
    this.#strings.push(value);
    return number;
  }

  /** Null for a string that has no number. */
  find(value: string): number | null {
    return this.#numbers.get(value) ?? null;
  }

  stringOf(number: number): string {
    return this.#strings[number] ?? '';
  }
}

export const FACETS = {
  single: ['body', 'year', 'kind', 'type', 'case'],
  many: ['outcome', 'municipality'],
} as const;
export type Facet = (typeof FACETS.single)[number] | (typeof FACETS.many)[number];
