import type { Person } from '../../core/document.ts';
import { MUNICIPALITIES } from '../../danish/municipalities.ts';

const OFFICE =
  /^((?:1\.\s?|2\.\s?|vice)?(?:borgmester|viceborgmester|rådmand|kommunaldirektør|direktør|kontorchef|chefkonsulent|specialkonsulent|konsulent|seniorkonsulent|tilsynschef|formand|næstformand|byrådsmedlem|kommunalbestyrelsesmedlem|regionsrådsmedlem|regionsrådsformand|overborgmester|udviklingschef|centerchef|sekretariatschef|rektor|fuldmægtig|afdelingschef|vicedirektør|udvalgsformand|sundhedsdirektør|socialdirektør|\p{Ll}*(?:chef|direktør|konsulent|leder|formand)))\s+(?=\p{Lu})/iu;

/** "(Fredensborg)" behind a name is where the person comes from, "(Venstre)" the party. */
const isMunicipality = (text: string): boolean => MUNICIPALITIES.includes(text.trim());

/** Name, party, office and organisation of one entry; null where no name can be made out. */
export function parsePerson(entry: string): Person | null {
  let text = entry
    .replace(/\s+/g, ' ')
    .replace(/[.,;]\s*$/, '')
    .trim();
  if (text === '' || /^(?:ingen|intet|alle|-)$/i.test(text)) return null;
  const items = [
    ...text.matchAll(
      /(?:under|til|ved|vedr\.?|\()\s*(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?(\d{1,2}(?:\.\d{1,2})*)(?:\s*(?:og|,)\s*(\d{1,2}(?:\.\d{1,2})*))?/gi,
    ),
  ].flatMap((match) => match.slice(1).filter((part) => part !== undefined));
  text = text
    .replace(
      /\s*[-–,(]*\s*(?:via teams\s*)?(?:deltog\s+)?(?:under|til|ved|vedr\.?)?\s*\(?\b(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?\d.*$/i,
      '',
    )
    .trim();
  text = text.replace(/\s*\(([^()]*)\)/g, (whole, inside: string) =>
    /(?:Kommune|Regionskommune)$/.test(inside) || isMunicipality(inside) ? `, ${inside}` : whole,
  );
  let office: string | null = null;
  // "(formand)", "(afbud)": an office, or what the list's heading says already.
  text = text
    .replace(/\s*\(((?:\d\.\s?)?\p{Ll}[\p{L} .-]{2,30})\)/gu, (_, said: string) => {
      if (OFFICE.test(`${said} X`)) office = said;
      return '';
    })
    .trim();
  let party: string | null = null;
  text = text
    .replace(/\s*\(([A-ZÆØÅ]{1,3}|Å|[A-ZÆØÅ]\p{Ll}{1,20}(?:\s\p{L}+){0,2})\)/u, (_, found: string) => {
      party = found;
      return '';
    })
    .trim();
  text = text.replace(OFFICE, (_, found: string) => {
    office ??= found.trim();
    return '';
  });
  const reversed = /^(\p{Lu}[\p{L} -]+?(?:\sKommune)?)\s*:\s*(\p{Lu}.+)$/u.exec(text);
  const parts = reversed ? [reversed[2] ?? '', reversed[1] ?? ''] : text.split(/\s*,\s*|\s+[-–]\s+/);
  const name = (parts[0] ?? '').trim();
  if (!/^\p{Lu}[\p{L}.'-]*(?:\s(?:af|von|van|de|la|der|den|\p{Lu}[\p{L}.'-]*|[\p{L}'-]+)){0,6}$/u.test(name))
    return null;
  let organisation: string | null = null;
  for (const part of parts.slice(1)) {
    const bare = part.replace(/\s+via Teams$/i, '').trim();
    if (party === null && /^[A-ZÆØÅ]$/.test(bare)) party = bare;
    else if (office === null && OFFICE.test(`${bare} X`)) office = bare;
    else if (organisation === null && bare !== '') organisation = bare;
  }
  return {
    name,
    organisation,
    ...(party === null ? {} : { party }),
    ...(office === null ? {} : { office }),
    ...(items.length > 0 ? { items } : {}),
  };
}
