import type { SearchRecord } from '../../core/search-index.ts';

/**
 * A small archive of fictional items and appendix pages, with what tells search
 * engines apart: inflection, compounds, names with æøå, damaged spellings, long
 * appendices, several documents of one case. The texts are made up for this.
 */
export function record(fields: Partial<SearchRecord> & Pick<SearchRecord, 'id' | 'title'>): SearchRecord {
  return {
    target: fields.id,
    group: fields.target ?? fields.id,
    document: 'a'.repeat(64),
    source: 'moede.pdf',
    kind: 'referat',
    body: 'KKR Sjælland',
    date: '2024-06-19',
    meetingId: 'sjaelland-2024-06-19',
    number: null,
    type: null,
    caseNumber: null,
    outcomes: [],
    municipalities: [],
    recommendation: '',
    decision: '',
    text: '',
    extra: '',
    unrepaired: '',
    page: 1,
    pageStarts: [],
    legibility: 1,
    ...fields,
  };
}

const BODIES = [
  { body: 'KKR Sjælland', slug: 'sjaelland', place: 'Sorø', towns: ['Køge', 'Næstved', 'Holbæk'] },
  { body: 'KKR Nordjylland', slug: 'nordjylland', place: 'Aalborg', towns: ['Hjørring', 'Thisted', 'Læsø'] },
  { body: 'KKR Syddanmark', slug: 'syddanmark', place: 'Aabenraa', towns: ['Aabenraa', 'Tønder', 'Ærø'] },
  {
    body: 'KKR Hovedstaden',
    slug: 'hovedstaden',
    place: 'København',
    towns: ['Ballerup', 'Furesø', 'Tårnby'],
  },
] as const;
const DATES = ['2021-04-21', '2022-09-07', '2024-06-19'] as const;

interface Topic {
  readonly number: string;
  readonly type: string | null;
  readonly title: string;
  readonly recommendation: string;
  readonly decision: string;
  readonly outcomes: SearchRecord['outcomes'];
  readonly text: string;
  readonly extra: string;
}

const TOPICS: readonly Topic[] = [
  {
    number: '2.1',
    type: 'temadrøftelse',
    title: 'Etablering af sundhedsklyngerne i regionen',
    recommendation: 'Det indstilles, at KKR drøfter, hvordan klyngerne kommer godt fra start.',
    decision: 'KKR drøftede sagen og tiltrådte indstillingen.',
    outcomes: ['discussed', 'approved'],
    text: 'Fra den 1. juli samles kommuner, sygehus og almen praksis i sundhedsklynger. Hver klynge ledes af en borgmester og et medlem af regionsrådet. Formandskabet mødes fire gange om året, og borgerne skal mærke, at overgangen fra sygehus til hjemmesygepleje bliver tryggere.',
    extra: 'Notat om klyngernes økonomi',
  },
  {
    number: '2.2',
    type: 'beslutningssag',
    title: 'Fordeling af flygtninge mellem kommunerne',
    recommendation: 'Det indstilles, at KKR godkender kommunekvoterne for det kommende år.',
    decision: 'Godkendt, idet to kommuner bad om en ny opgørelse.',
    outcomes: ['approved-with-remark'],
    text: 'Landstallet er sat til 600 flygtninge, og regionskvoten er 94. Modellen tager hensyn til indbyggertal og til, hvor mange familiesammenførte kommunerne allerede har taget imod. Aftales der ingen fordeling inden den 10. september, fastsætter styrelsen kvoterne.',
    extra: 'Regneark med kvoter',
  },
  {
    number: '2.3',
    type: 'beslutningssag',
    title: 'Prioritering af infrastrukturprojekter frem mod 2035',
    recommendation: 'Det indstilles, at KKR anbefaler de fem projekter over for ministeren.',
    decision: 'KKR anbefalede alle fem projekter, dog skal færgeforbindelsen undersøges nærmere.',
    outcomes: ['recommended'],
    text: 'Motorvejen, jernbanen og havnetunnelen er vurderet efter samfundsøkonomi og klima. Den kollektive trafik fylder mere end før. Støjskærme koster 2,5 mio. kr. pr. kilometer.',
    extra: 'Mobilitetsanalyse\nKort over strækninger',
  },
  {
    number: '3.1',
    type: 'udpegningssag',
    title: 'Udpegning til det regionale arbejdsmarkedsråd',
    recommendation: 'Det indstilles, at der udpeges to medlemmer og to suppleanter.',
    decision: 'Birthe Vindelev og Søren Aagaard blev udpeget.',
    outcomes: ['appointed'],
    text: 'Kommunerne har to pladser i rådet. Rådet følger beskæftigelsen, og det giver virksomhederne hjælp til at finde arbejdskraft.',
    extra: '',
  },
  {
    number: '3.2',
    type: 'orienteringssag',
    title: 'Årsrapport fra Socialtilsynet',
    recommendation: 'Det indstilles, at orienteringen tages til efterretning.',
    decision: 'Taget til efterretning.',
    outcomes: ['noted'],
    text: 'Tilsynet har ført 412 besøg på bosteder og hos plejefamilier. Taksterne stiger, fordi plejefamilierne bliver færre. Sociale tilbud uden godkendelse lukkes.',
    extra: 'Årsrapport',
  },
  {
    number: '4.1',
    type: null,
    title: 'Meddelelser fra formandskabet',
    recommendation: '',
    decision: 'Formandskabet orienterede.',
    outcomes: ['informed'],
    text: 'Næste møde holdes på rådhuset. DK2020-planerne er indsendt, og KKR har svaret på høringen om nærhospitaler.',
    extra: '',
  },
];

function items(): SearchRecord[] {
  return DATES.flatMap((date, year) =>
    BODIES.flatMap(({ body, slug, place, towns }, at) =>
      TOPICS.map((topic, index) => {
        const meetingId = `${slug}-${date}`;
        const town = towns[(index + year) % towns.length] ?? place;
        return record({
          ...topic,
          id: `${meetingId}-${topic.number}`,
          document: `${at}${year}`.repeat(32),
          source: `${date}-kkr-${slug}-referat.pdf`,
          body,
          date,
          meetingId,
          caseNumber:
            index === 1 ? `SAG-${date.slice(0, 4)}-0${at}${year}26` : `SAG-${date.slice(0, 4)}-00${at}70`,
          municipalities: [town],
          text: `${topic.text} ${town} Kommune følger arbejdet fra ${place}.`,
          page: index + 2,
        });
      }),
    ),
  );
}

/** Pages of a long appendix that leads to an item, and of one that leads nowhere, badly read. */
function pages(): SearchRecord[] {
  const about = [
    'Håndbog om sundhedsklynger. Indhold og formål.',
    'Klyngen og almen praksis. Lægerne i klyngen mødes hvert kvartal.',
    'Demensvenlige boliger og rehabilitering efter udskrivning.',
    'Økonomi i sundhedsklyngerne: puljen fordeles efter bloktilskudsnøglen.',
  ];
  const bundle = about.map((text, index) =>
    record({
      id: `dok-bundle-side-${index + 1}`,
      target: 'sjaelland-2024-06-19-2.1',
      group: 'sjaelland-2024-06-19-2.1',
      document: 'b'.repeat(64),
      source: 'bilag.pdf',
      kind: 'bilag',
      number: '2.1',
      title: 'Håndbog om sundhedsklynger',
      text,
      page: index + 1,
    }),
  );
  const scanned = record({
    id: 'dok-scan-side-7',
    target: 'dok-scan',
    group: 'dok-scan-side-7',
    document: 'c'.repeat(64),
    source: 'scannet.pdf',
    kind: 'bilag',
    body: null,
    date: null,
    meetingId: null,
    title: '',
    text: 'Handicaptilbud på Ærø og i Tønder. Brobygningsforløb for unge med særlige behov.',
    unrepaired: 'Brobygningsforlgb szrlige',
    page: 7,
  });
  return [...bundle, scanned];
}

export const FICTIONAL_RECORDS: readonly SearchRecord[] = [...items(), ...pages()];
