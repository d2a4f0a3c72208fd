import type { SearchFilters, SearchQuery } from '../../core/search-index.ts';

/** 150 queries over the fictional records: of every kind that people type. */
const TYPED = (
  'sundhedsklynger|sundhedsklyngernes|klynge|klyngerne|sundhedsklynge økonomi|sunhedsklynger|sundhedsklynegr|etablering sundhedsklyngerne|' +
  'flygtninge|flygtning|flygtningene|fordeling af flygtninge|flygtnige|kommunekvoter|kvoter kommune|familiesammenførte|familiesammenforte|' +
  'infrastrukturprojekter|infrastruktur projekter|infrastruktur|projekter|projekt 2035|infrastruktrprojekter|prioritering|prioriteringen|' +
  'socialtilsyn|socialtilsynet|social tilsyn|tilsyn|social|sociale tilbud|plejefamilier|plejefamilie takster|årsrapport|arsrapport|aarsrapport|rapport|' +
  'arbejdsmarkedsråd|arbejdsmarkedsraad|arbejdsmarkedsrad|regionale arbejdsmarkedsråd|RAR|udpegning|udpegninger|Birthe Vindelev|Vindelev|Søren Ågård|Soren Aagaard|' +
  'færgeforbindelse|faergeforbindelsen|færge|havnetunnel|havnetunnelen klima|motorvej|motorveje|jernbane støj|støjskærme 2,5|' +
  'SAG-2024-00070|sag 2024 70|SAG2024-70|2024-00070|SAG-2O24-OOO7O|SAG-2022-00126|sag 2021-00026|SAG-1999-00001|' +
  'punkt 2.1|pkt. 3.2|2.3|19. juni 2024|19.6.2024|2024-06-19|juni 2024|september 2022|2021|april 2021 flygtninge|marts 2019|' +
  '"arbejdsmarkedsråd"|"taget til efterretning"|"til efterretning taget"|"fire gange om året"|"gange fire"|"kommunernes kvoter"|"almen praksis" klyngen|' +
  'flygtninge -kvoter|klynge -håndbog|projekter -"kollektive trafik"|-flygtninge|sundhed -"fire gange"|' +
  'Aabenraa|Åbenrå|aabenra|Abenra|Tønder|Tonder|Ærø|Aero|Læsø|Laeso|Laso|Kobenhavn|København|København havn|Køge Kommune|Hjørring|Furesø Tårnby|' +
  'demens|demensboliger|demensvenlige|rehabilitering|bloktilskud|bloktilskudsnøglen|håndbog|handbog|brobygningsforløb|Brobygningsforlgb|szrlige|' +
  'hvad blev der besluttet om flygtninge|hvem blev udpeget til arbejdsmarkedsrådet|hvornår holdes næste møde|hvor mange besøg har tilsynet ført|' +
  'borgmester|borgmestre|borgmesteren regionsrådet|hjemmesygepleje|sygepleje|sygehus|hospital|nærhospitaler|DK2020|DK 2020|dk2020-planer|' +
  'klima kollektiv trafik|støj|kommun*|sundheds*|infra*|xylofon|xylofonkoncert kommune|qwertyuiop|412|600|10. september|og|det|af og til|' +
  'meddelelser|formandskabet orienterede|godkendt|ny opgørelse|suppleanter|arbejdskraft virksomheder beskæftigelse|høring|'
).split('|');

const FILTERS: readonly SearchFilters[] = [
  { body: 'KKR Sjælland' },
  { year: 2022 },
  { kind: 'bilag' },
  { type: 'beslutningssag' },
  { outcome: 'noted' },
  { municipality: 'Ærø' },
  { case: 'sag 2024 70' },
  { case: '2024-70' },
  { from: '2022-01-01', to: '2022-12-31' },
  { body: 'KKR Nordjylland', year: 2024, outcome: 'approved' },
  { type: 'ingen "sådan" type OR 1=1' },
];

export function fictionalQueries(): SearchQuery[] {
  const plain = { filters: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
  const typed = TYPED.map((text): SearchQuery => ({ ...plain, text }));
  const filtered = FILTERS.flatMap((filters): SearchQuery[] => [
    { ...plain, text: '', filters },
    { ...plain, text: 'kommunerne', filters },
  ]);
  const sorted = (['newest', 'oldest'] as const).map(
    (sort): SearchQuery => ({ ...plain, text: 'klynge', sort }),
  );
  return [...typed, ...filtered, ...sorted];
}
