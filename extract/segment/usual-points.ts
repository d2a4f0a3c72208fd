/** Points that every council's agenda has, whatever its layout. */
const USUAL =
  /^(?:godkendelse af (?:dagsorden|referat)|dagsordenens godkendelse|(?:endelig )?fastsættelse af dagsorden|meddelelser|orientering(?:er)? (?:fra|om)|siden sidst|eventuelt|evt\.?$|næste møde|kommende møder|punkter til (?:næste|kommende) møde|dagsordenspunkter til|mødekalender|valg af (?:formand|næstformand|ordstyrer)|konstituering|udpegning(?:er|ssager)?\b|lukket (?:punkt|sag)|velkomst(?: og|$))/i;

/** Whether a title, without its number, is of a point that is never missing. */
export function isUsualPoint(title: string): boolean {
  return USUAL.test(title);
}
