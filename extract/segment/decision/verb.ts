import type { Outcome } from '../../../core/vocabulary.ts';

/**
 * The verbs of minutes, by what they mean, in the forms that a decision uses:
 * `finite` with the council as subject ("KKR tiltrådte …"), `participle` with or
 * without "blev" ("Tiltrådt."), `passive` in -s ("Sagen udsættes"), and the
 * `infinitive` that follows "besluttede at". Where a verb means an act only
 * together with other words, `needs` names them.
 */
export interface Verb {
  readonly outcome: Outcome;
  readonly finite?: ReadonlySet<string>;
  readonly participle?: ReadonlySet<string>;
  readonly passive?: ReadonlySet<string>;
  readonly infinitive?: ReadonlySet<string>;
  readonly needs?: RegExp;
  /** The verb means something else before these words. */
  readonly not?: RegExp;
  /** Said of a sag, a punkt or a forslag; of anything else it is no act: "tilskuddet bortfalder". */
  readonly ofMatter?: true;
  /** Only the council itself does so: "KKR pegede på …", but "analysen peger på …". */
  readonly ofCouncil?: true;
}

export const words = (forms: string): ReadonlySet<string> => new Set(forms.split('|'));
