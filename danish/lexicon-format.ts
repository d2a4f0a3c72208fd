/**
 * The file danish/data/lexicon.bin: a minimal acyclic automaton of all forms,
 * which numbers them too (minimal perfect hashing as in Lucchesi and
 * Kowaltowski, 1993), and one byte for each form.
 *
 *   bytes 0-3     magic "KLX2"
 *   bytes 4-15    Uint32 little-endian: length of the alphabet, edges, forms
 *   alphabet      UTF-16 code units; an edge holds a letter's place here plus 1
 *   edges         Uint32 each: letter (bits 0-6), ends a form (7), last of its
 *                 node (8), first edge of the target node (9-31; 0 for none)
 *   forms         a byte each: where it may stand, and how general its use is
 *   parts         a byte each: in how many of the dictionary's compounds the
 *                 form comes first (bits 4-7) and last (bits 0-3), as the
 *                 number of binary digits of that count
 *
 * A node's edges stand together; every node stands behind those it leads to.
 */
export const MAGIC = 'KLX2';
export const HEADER_BYTES = 16;

export const LETTER_MASK = 0x7f;
export const FINAL = 0x80;
export const LAST = 0x100;
export const TARGET_SHIFT = 9;

/** The form is a word by itself. */
export const ALONE = 1;
/** The form may be the first or a middle part of a compound, as it is written there: "sundheds". */
export const COMPOUND_FIRST = 2;
/** The form may end a compound. */
export const COMPOUND_LAST = 4;
/** Apertium's Danish-Norwegian dictionary has it: a word of general use. */
export const GENERAL = 8;
/** Apertium's smaller Swedish-Danish dictionary has it: a word of the core. */
export const CORE = 16;
