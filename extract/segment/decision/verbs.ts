import { VERBS_OF_MATTERS } from './verbs-of-matters.ts';
import { VERBS_OF_PEOPLE } from './verbs-of-people.ts';

/** Of several that a word may be a form of, the first that fits is meant. */
export const VERBS = [...VERBS_OF_MATTERS, ...VERBS_OF_PEOPLE];
