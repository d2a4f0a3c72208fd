/** The 98 Danish municipalities since 2007, as their names stand before "Kommune". */
const NAMES = (
  'Albertslund,Allerød,Assens,Ballerup,Billund,Bornholm,Brøndby,Brønderslev,Dragør,Egedal,Esbjerg,Fanø,Favrskov,Faxe,Fredensborg,' +
  'Fredericia,Frederiksberg,Frederikshavn,Frederikssund,Furesø,Faaborg-Midtfyn,Gentofte,Gladsaxe,Glostrup,Greve,Gribskov,Guldborgsund,' +
  'Haderslev,Halsnæs,Hedensted,Helsingør,Herlev,Herning,Hillerød,Hjørring,Holbæk,Holstebro,Horsens,Hvidovre,Høje-Taastrup,Hørsholm,' +
  'Ikast-Brande,Ishøj,Jammerbugt,Kalundborg,Kerteminde,Kolding,København,Køge,Langeland,Lejre,Lemvig,Lolland,Lyngby-Taarbæk,Læsø,' +
  'Mariagerfjord,Middelfart,Morsø,Norddjurs,Nordfyn,Nyborg,Næstved,Odder,Odense,Odsherred,Randers,Rebild,Ringkøbing-Skjern,Ringsted,' +
  'Roskilde,Rudersdal,Rødovre,Samsø,Silkeborg,Skanderborg,Skive,Slagelse,Solrød,Sorø,Stevns,Struer,Svendborg,Syddjurs,Sønderborg,' +
  'Thisted,Tønder,Tårnby,Vallensbæk,Varde,Vejen,Vejle,Vesthimmerland,Viborg,Vordingborg,Ærø,Aabenraa,Aalborg,Aarhus'
).split(',');

/** Also words, islands or surnames: counted only where "Kommune" follows. */
const NEEDS_KOMMUNE = new Set([
  'Vejen',
  'Greve',
  'Nyborg',
  'Lolland',
  'Bornholm',
  'Langeland',
  'Holstebro',
  'Skive',
  'Odder',
]);

const BY_SPELLING = new Map(NAMES.flatMap((name) => spellings(name).map((spelling) => [spelling, name])));
const PATTERN = new RegExp(
  `(?<![\\p{L}\\d-])(${[...BY_SPELLING.keys()].sort((a, b) => b.length - a.length).join('|')})(s?)(?![\\p{L}\\d])(\\s+[Kk]ommune)?`,
  'gu',
);

/** "Aarhus" is also "Århus", "Høje-Taastrup" also "Høje Taastrup". */
function spellings(name: string): string[] {
  const letters = [name, name.replace('Aa', 'Å').replace('aa', 'å')];
  return [...new Set(letters.flatMap((spelling) => [spelling, spelling.replace('-', ' ')]))];
}

/** The municipalities that a text names, in the order of their first mention. */
export function municipalitiesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, spelling = '', , kommune] of text.matchAll(PATTERN)) {
    const name = BY_SPELLING.get(spelling);
    if (name && (kommune || !NEEDS_KOMMUNE.has(name))) found.add(name);
  }
  return [...found];
}
