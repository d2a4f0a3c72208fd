import type { Word } from './clauses.ts';

/** Who acts besides the council: what they did is told, not decided. */
export const STRANGERS =
  /^(?:region(?:en|erne|srådet|sråd)?|regeringen|folketinget|danske|kl|k\d{1,2}|kommune(?:rne|n|direktør\S*)|sekretariatet|bestyrelsen|styregruppen|arbejdsgruppen|udvalget|ministeren|ministeriet|styrelsen|byrådet|byrådene|kommunalbestyrelse\S*|administrationen|embedsmandsudvalget|embedsmænd\S*|formanden|næstformanden|borgmester\S*|direktør\S*|kontorchef\S*|medlem|de|mindretal(?:let)?|socialdemokrat\S*|venstre|enhedslisten|sf|radikale|konservative|alternativet)$/;

/** What a decision is about when it speaks of itself. */
export const MATTER =
  /^(?:sag(?:en|erne)?|punkt(?:et|erne)?|pkt|indstilling(?:en|er|erne)?|indstillede|orientering(?:en|er|erne)?|forslag(?:et|ene)?|oplæg(?:get|gene)?|dagsorden(?:en)?|referat(?:et|er|erne)?|udkast(?:et)?|rammeaftale(?:n)?|anbefaling(?:en|er|erne)?|beslutning(?:en)?|budget(?:tet)?|regnskab(?:et)?|resultatkontrakt(?:en)?|plan(?:en|er|erne)?|aftale(?:n|r|rne)?|notat(?:et)?|mødeplan(?:en)?|tidsplan(?:en)?|strategi(?:en)?|status(?:sen)?|redegørelse(?:n)?|rapport(?:en)?|meddelelse(?:n|r|rne)?|kommissori(?:um|et)|model(?:len)?|princip(?:pet|per|perne)|det|dette|der|dagsordenspunkt(?:et)?|drøftelse(?:n)?|behandling(?:en)?|valg(?:et)?|udpegning(?:en|er|erne)?|praksisplan(?:en)?|sundhedsaftale(?:n)?|beretning(?:en)?|protokol(?:len)?|henvendelse(?:n)?)$/;

const COUNCIL =
  /^(?:kkr|kkr's|kontaktråd\S*|kommunekontaktråd\S*|rådet|mødet|man|medlemmerne|forsamlingen|flertal|flertallet)$/;
const ADVERB =
  /^(?:og|samt|men|herudover|endvidere|desuden|herefter|derudover|endelig|også|enstemmigt|ligeledes|samtidig|dog|derfor)$/;

/** The council under any of the names that minutes give it. */
export function isCouncil(word: string): boolean {
  return COUNCIL.test(word) || word.startsWith('kkr-');
}

/**
 * Whether the verb at `at` has another subject than the council: the words
 * before it, or the word after it where an adverb comes first ("Herefter
 * besluttede regionen"). Two capitalised words that do not name the council are
 * a person or a municipality.
 */
export function isStrangers(words: readonly Word[], at: number): boolean {
  const head = words.slice(0, at);
  const subject = head.filter((word) => !ADVERB.test(word.text));
  if (subject.some((word) => isCouncil(word.text))) return false;
  if (subject.some((word) => STRANGERS.test(word.text))) return true;
  if (subject.length >= 2 && subject[0]?.capital === true && subject[1]?.capital === true) return true;
  const after = words[at + 1]?.text ?? '';
  const inverted = subject.length === 0 && head.length > 0 && !/^(?:og|samt|men)$/.test(head[0]?.text ?? '');
  return inverted && STRANGERS.test(after);
}
