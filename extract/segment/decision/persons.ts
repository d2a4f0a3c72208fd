import type { Person } from '../../../core/document.ts';
import type { StatedAct } from './outcomes.ts';

const NAME =
  /(\p{Lu}[\p{L}'-]+(?:\s+(?:\p{Lu}[\p{L}.'-]*|af|von|van|de|der))*\s+\p{Lu}[\p{L}'-]+)\s*(?:\(([A-ZÆØÅ]{1,3})\))?(?:\s*,\s*((?:\p{Lu}[\p{L}-]+\s){1,3}?(?:Kommune|Regionskommune)))?/gu;
const NO_NAME =
  /^(?:KKR|Region|KL|Danske|Erhvervshus|RAR|Danmarks|Greater|Copenhagen|Det|Den|De|Kommunekontaktrådet)\b|Kommune$|råd$|udvalg|bestyrelse/u;
const OFFICE =
  /\b(?:som|til)\s+((?:(?:ny|nyt|nye|kommunal|første|1\.|2\.)\s+)*(?:medlem|suppleant|repræsentant|formand|næstformand|medformand|observatør|stedfortræder)\S*)/i;

/** Persons that a decision appoints, nominates or elects, with the office where it is named. */
export function appointedPersons(acts: readonly StatedAct[]): Person[] {
  const persons: Person[] = [];
  const seen = new Set<string>();
  for (const act of acts) {
    if (!['appointed', 'nominated', 'elected'].includes(act.outcome) || seen.has(act.clause)) continue;
    seen.add(act.clause);
    // A person after "for" or "i stedet for" is the one who leaves or is stood in for.
    const clause = act.clause.replace(
      /\b(?:for|efter|erstatning for)\s+\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)+/gu,
      '',
    );
    const office = OFFICE.exec(clause)?.[1] ?? null;
    for (const match of clause.matchAll(NAME)) {
      const [, name = '', party, organisation] = match;
      if (NO_NAME.test(name)) continue;
      if (
        !party &&
        !organisation &&
        !/(?:udpeg|indstill|valg|genvalg)/i.test(
          clause.slice(Math.max(0, match.index - 40), match.index + match[0].length + 30),
        )
      )
        continue;
      persons.push({ name, organisation: organisation ?? null, party: party ?? null, office });
    }
  }
  return persons;
}
