import { readActs } from './decision/outcomes.ts';
import { type RawSection, sectionText } from './sections.ts';

/** Share of a heading's sections that must speak alike for the heading to mean it. */
const MOST = 0.6;
const RECOMMENDS =
  /^(?:(?:at|det|sekretariatet|formandskabet|administrationen|embedsmandsudvalget|k\s?\d{1,2})\b.{0,40}?\b(?:indstill|anbefal|foreslå)|at\s)/i;

/**
 * Gives headings that no vocabulary knows their role by what stands under them:
 * "Det indstilles, at …" item after item is a recommendation; acts of the
 * council, in minutes that have no other place for them, are decisions.
 */
export function inferRoles(
  cut: readonly (readonly RawSection[])[],
  isMinutes: boolean,
): readonly (readonly RawSection[])[] {
  const all = cut.flat();
  const has = (role: RawSection['role']) => all.some((section) => section.role === role);
  let sections = cut;
  if (!has('recommendation')) {
    sections = assign(sections, 'recommendation', (text) => RECOMMENDS.test(text));
  }
  if (isMinutes && !has('decision')) {
    const context = { number: null, date: null, items: new Set<string>() };
    sections = assign(
      sections,
      'decision',
      (text) => text.length < 600 && readActs(text, context).length > 0,
    );
  }
  return sections.map(withoutTheme);
}

/** "Beslutningstema" says what is to be decided; beside an "Indstilling" it only tells what the item is about. */
function withoutTheme(sections: readonly RawSection[]): readonly RawSection[] {
  const recommends = sections.some(
    ({ role, heading }) => role === 'recommendation' && /indstil/i.test(heading),
  );
  if (!recommends) return sections;
  return sections.map((section) =>
    /^beslutningstema$/i.test(section.heading) ? { ...section, role: 'text' } : section,
  );
}

/** The heading with the greatest share of fitting sections, at least two and most of them, gets the role. */
function assign(
  cut: readonly (readonly RawSection[])[],
  role: RawSection['role'],
  fits: (text: string) => boolean,
): readonly (readonly RawSection[])[] {
  const counts = new Map<string, { all: number; fitting: number }>();
  for (const section of cut.flat()) {
    if (section.heading === '' || section.role !== 'text') continue;
    const count = counts.get(section.heading) ?? { all: 0, fitting: 0 };
    count.all += 1;
    if (fits(sectionText(section.pieces))) count.fitting += 1;
    counts.set(section.heading, count);
  }
  const [best] = [...counts]
    .filter(([, { all, fitting }]) => fitting >= 2 && fitting >= all * MOST)
    .sort((a, b) => b[1].fitting - a[1].fitting);
  if (!best) return cut;
  return cut.map((sections) =>
    sections.map((section) =>
      section.heading === best[0] && section.role === 'text' ? { ...section, role } : section,
    ),
  );
}
