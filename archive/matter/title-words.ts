import { isFormality } from './matter.ts';

/**
 * The words by which an item is looked up from another: of four letters and more,
 * cut to ten, so that inflections meet. Points of order have none.
 */
export function titleWords(title: string): string[] {
  if (isFormality(title)) return [];
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 10)))];
}
