/** The municipalities of Denmark since 2007, by the name before "Kommune" without its genitive s. */
export const MUNICIPALITIES: readonly string[] = (
  'Aabenraa,Aalborg,Aarhus,Albertslund,Allerød,Assens,Ballerup,Billund,Bornholm,Brøndby,Brønderslev,Dragør,Egedal,' +
  'Esbjerg,Faaborg-Midtfyn,Fanø,Favrskov,Faxe,Fredensborg,Fredericia,Frederiksberg,Frederikshavn,Frederikssund,' +
  'Furesø,Gentofte,Gladsaxe,Glostrup,Greve,Gribskov,Guldborgsund,Haderslev,Halsnæs,Hedensted,Helsingør,Herlev,' +
  'Herning,Hillerød,Hjørring,Holbæk,Holstebro,Horsens,Hvidovre,Høje-Taastrup,Hørsholm,Ikast-Brande,Ishøj,' +
  'Jammerbugt,Kalundborg,Kerteminde,Kolding,København,Køge,Langeland,Lejre,Lemvig,Lolland,Lyngby-Taarbæk,Læsø,' +
  'Mariagerfjord,Middelfart,Morsø,Norddjurs,Nordfyn,Nyborg,Næstved,Odder,Odense,Odsherred,Randers,Rebild,' +
  'Ringkøbing-Skjern,Ringsted,Roskilde,Rudersdal,Rødovre,Samsø,Silkeborg,Skanderborg,Skive,Slagelse,Solrød,Sorø,' +
  'Stevns,Struer,Svendborg,Syddjurs,Sønderborg,Thisted,Tønder,Tårnby,Vallensbæk,Varde,Vejen,Vejle,Vesthimmerland,' +
  'Viborg,Vordingborg,Ærø'
).split(',');

export interface MunicipalityMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The municipalities that a text names, in the order of their first mention. */
export function municipalitiesIn(text: string): string[] {
  return [...new Set(findMunicipalities(text).map((mention) => mention.name))];
}

/**
 * Every place where a text names a municipality: "Køge Kommunes", "Greve-,
 * Solrød- og Køge Kommuner", "kommunerne i Lejre og Sorø", "Høje Tåstrup".
 *
 * Their names are also those of towns, islands and families, and parts of longer
 * names. So a name counts where "Kommune" follows or where it stands in a list
 * with one that counts; a bare name counts unless it is an everyday word, or
 * stands within a longer name (Køge Bugt, Roskilde Universitet, Lolland-Falster,
 * 4600 Køge).
 */
export function findMunicipalities(text: string): MunicipalityMention[] {
  const mentions = [...text.matchAll(NAME)].map((match) => candidate(text, match));
  // Along a list certainty travels in both directions: "Greve, Vejen og Køge Kommuner".
  for (const order of [mentions, mentions.toReversed()]) {
    for (const [at, mention] of order.entries()) {
      const neighbour = order[at - 1];
      if (!neighbour || neighbour.certainty === 'no' || mention.certainty !== 'maybe') continue;
      const [left, right] = neighbour.start < mention.start ? [neighbour, mention] : [mention, neighbour];
      if (LIST_SEPARATOR.test(text.slice(left.end, right.start))) {
        mention.certainty = neighbour.certainty === 'maybe' ? 'maybe' : 'yes';
      }
    }
  }
  return mentions
    .filter((mention) => mention.certainty === 'yes')
    .map(({ name, start, end }) => ({ name, start, end }));
}

interface Candidate extends MunicipalityMention {
  /** `maybe`: an everyday word, which counts only among others that count. */
  certainty: 'yes' | 'maybe' | 'no';
}

function candidate(text: string, match: RegExpExecArray): Candidate {
  const { start: spelled = '', kommune } = match.groups ?? {};
  const name = BY_SPELLING.get(plain(spelled)) ?? spelled;
  const start = match.index;
  const end = start + match[0].length - (kommune?.length ?? 0);
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return { name, start, end, certainty: certaintyOf(name, kommune !== undefined, before, after) };
}

function certaintyOf(name: string, kommune: boolean, before: string, after: string): Candidate['certainty'] {
  if (kommune) return 'yes';
  if (PEOPLE_AFTER.test(after)) return 'yes';
  if (/^[-–]\p{L}/u.test(after) || /\p{L}[-–]$/u.test(before)) return 'no';
  if (COUNCIL_AFTER.test(after)) return 'yes';
  if (POSTCODE.test(before) || CAPITAL_BEFORE.test(before)) return 'no';
  if (CAPITAL_AFTER.test(after) || INSTITUTION_AFTER.test(after)) return 'no';
  return EVERYDAY.has(name) ? 'maybe' : 'yes';
}

/** Also a road, a count, a slice, otters, a beacon; landscapes and common surnames. */
const EVERYDAY = new Set([
  'Vejen',
  'Greve',
  'Skive',
  'Odder',
  'Varde',
  'Nyborg',
  'Lolland',
  'Langeland',
  'Assens',
]);

/** Commas, line ends, the figures of a table, "og": what stands between the names of a list, and no other word. */
const LIST_SEPARATOR = /^-?(?:[^\p{L}.:;]{1,60}|\s*,?\s+(?:og|samt|eller)\s+)$/u;

const POSTCODE = /(?:^|[^\d-])(?:DK[- ]?)?[1-9]\d{3}\s+$/;

const BY_SPELLING = new Map(
  MUNICIPALITIES.flatMap((name) => spellings(name).map((spelling) => [plain(spelling), name])),
);

/** "Aarhus" is also written "Århus"; "Høje-Taastrup" also "Høje Taastrup", or with the line broken at its hyphen. */
function spellings(name: string): string[] {
  return [name, name.replace(/^Aa/, 'Å').replace('aa', 'å')];
}

function plain(name: string): string {
  return name.replaceAll(/[-–\s]+/g, ' ');
}

const SPELLED = [...BY_SPELLING.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', '(?: ?[-–]\\s?|\\s)'))
  .join('|');

/**
 * A name, its genitive, a hyphen that a list leaves open, and "Kommune" with its
 * endings. The line may break between any two words.
 */
const NAME = new RegExp(
  `(?<![\\p{L}\\d])(?<start>${SPELLED})(?:s|['’]s?)?(?![\\p{L}\\d])` +
    '(?<kommune>-?\\s+(?:[Rr]egions)?[Kk]om(?:-\\n)?mun\\p{L}*)?',
  'gu',
);

/** "Ishøj-borgere" are the municipality's; the "Køge-klynge" and the "Ringsted-bane" are not. */
const PEOPLE_AFTER = /^[-–](?:borger|skole|politiker|område)/iu;
const COUNCIL_AFTER = /^\s+(?:byråd|kommunalbestyrelse)/iu;

/** A capital on the same line makes the name part of a longer one (Køge Bugt), unless it begins another municipality. */
const CAPITAL_AFTER = new RegExp(`^[ \\t]+(?!(?:${SPELLED})(?!\\p{L}))\\p{Lu}\\p{L}`, 'u');
const INSTITUTION_AFTER =
  /^\s+(?:(?:central)?sygehus|(?:universitets)?hospital|universitet|bugt|fjord|(?:luft)?havn|station|banegård|stift|amt|handelsskole|gymnasium|letbane|provsti|retskreds)/iu;

/** Words that begin a sentence or name an office, after which a bare name is still the municipality's. */
const OPENING =
  'I|Fra|Til|For|Ved|Hos|Som|Både|Også|Kun|Og|Samt|Med|Mens|Men|At|Da|Når|Hvis|Herunder|Der|Her|Mellem|Omkring|Under|' +
  'Foruden|Udover|Undtagen|Uden|Dog|Borgmester|Borgmesteren|Rådmand|Kommune|Kommuner|Kommunerne|Kommunen|Byrådet';

/** "Peter Nyborg", "Region Viborg", "Campus Køge". */
const CAPITAL_BEFORE = new RegExp(
  `(?:^|[\\s(„"”'])(?!(?:${OPENING}|${SPELLED})\\s)\\p{Lu}[\\p{L}\\p{N}]+[ \\t]+$`,
  'u',
);
