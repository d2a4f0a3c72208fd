import { z } from 'zod';

/** The words the domain is fixed to. Danish where the domain is Danish; codes in English. */

/** The five regional councils of municipalities; `slug` is what ids and URLs carry. */
export const BODIES = [
  { name: 'KKR Hovedstaden', slug: 'hovedstaden' },
  { name: 'KKR Sjælland', slug: 'sjaelland' },
  { name: 'KKR Syddanmark', slug: 'syddanmark' },
  { name: 'KKR Midtjylland', slug: 'midtjylland' },
  { name: 'KKR Nordjylland', slug: 'nordjylland' },
] as const;

export const BodyName = z.enum(BODIES.map((body) => body.name));
export type BodyName = z.infer<typeof BodyName>;

export const DocumentKind = z.enum(['dagsorden', 'referat', 'bilag', 'andet']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/**
 * What a council did with an item, as stated under Beslutning, in the order
 * in which a reader lists them. See docs/vocabulary.md for the Danish verbs.
 */
export const Outcome = z.enum([
  'approved',
  'approved-with-remark',
  'noted',
  'informed',
  'discussed',
  'decided',
  'recommended',
  'appointed',
  'nominated',
  'elected',
  'mandated',
  'referred',
  'postponed',
  'withdrawn',
  'rejected',
  'reserved',
]);
export type Outcome = z.infer<typeof Outcome>;

/** Language of a page; null stands for unknown, never for a guess. */
export const Language = z.enum(['dan', 'swe', 'nob', 'eng', 'deu']);
export type Language = z.infer<typeof Language>;

/** Where a page's text comes from. */
export const TextOrigin = z.enum(['text-layer', 'ocr', 'none']);
export type TextOrigin = z.infer<typeof TextOrigin>;

/** Orders in which a search may give what it found. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
