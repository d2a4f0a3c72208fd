/**
 * Case numbers of the councils' system in the one form that they are kept and
 * sought in: "SAG-2022-00570", whatever the notation ("SAG 2022 / 570",
 * "sag-2022-00570"). Null for anything else; numbers of other systems
 * ("19/3143") are kept as printed by whoever meets them.
 */
export function normalCaseNumber(text: string): string | null {
  const found = /^\s*SAG\s*[-–/ ]?\s*((?:19|20)\d{2})\s*[-–/ ]\s*0*(\d{1,5})\s*$/i.exec(text);
  if (!found?.[1] || !found[2]) return null;
  return `SAG-${found[1]}-${found[2].padStart(5, '0')}`;
}
