/**
 * Clean text in the tongues of the neighbours, written for this purpose: repair
 * has to leave all of it as it is.
 */
export const FOREIGN: Readonly<Record<string, string>> = {
  Swedish: `Regionens arbetsgrupp träffades på tisdagen för att gå igenom förslaget till en gemensam plan för kollektivtrafiken över sundet. Ordföranden hälsade alla välkomna och påminde om att kommunerna har olika förutsättningar, men att målet är detsamma: kortare restider, färre bilar och bättre luft. Flera ledamöter frågade hur kostnaderna ska fördelas och när de första åtgärderna kan genomföras.

Förvaltningen svarade att en ny kalkyl läggs fram före sommaren. Där kommer det också att framgå vilka sträckor som byggs ut först, hur många resenärer som väntas och vad biljetterna får kosta. Därefter går ärendet ut på remiss till samtliga kommuner i området. Företagen på båda sidor om gränsen har redan visat stort intresse, och högskolan vill gärna följa arbetet.

Mötet beslutade att ge förvaltningen i uppdrag att återkomma med ett underlag senast i augusti. Nästa sammanträde hålls i Hässleholm. Anmälan görs till kansliet före den tredje september.`,
  Norwegian: `Kommunestyret behandlet saken om nye sykehjemsplasser i går kveld. Rådmannen la fram tre forslag, og etter en lang debatt ble det flertall for å bygge ut det eksisterende hjemmet i stedet for å sette opp et nytt bygg ved elva. Mindretallet mente at kostnadene var undervurdert, og viste til at tomta ligger utsatt til for flom.

Ordføreren takket for en saklig debatt og sa at ingen hadde grunn til å tvile på viljen til å finne en god løsning. Arbeidet kan begynne så snart departementet har gitt sitt samtykke. Innbyggerne får muligheten til å uttale seg gjennom en åpen høring, og det blir holdt et folkemøte på skolen den andre uka i mars.

Fylkeskommunen skal dekke en del av utgiftene til veien. Hvor mye det dreier seg om, vet man ikke ennå, men beløpet blir neppe mindre enn det som ble gitt forrige gang. Noen av representantene spurte hvorfor saken ikke var tatt opp før, og fikk til svar at grunnlaget ikke hadde vært godt nok.`,
  English: `The working group met twice during the spring to discuss how the regions can share data on patients who move between hospitals. Most members agreed that the present arrangement is slow and that much of the work is done by hand. A report from the university describes four ways of improving it, two of which can be put in place without any change in the law.

The first is to agree on a common format for letters of discharge. The second is to give nurses in the municipalities access to the same list of medicines that the hospital uses. Both have been tried on a small scale, and the results are good: fewer mistakes, fewer calls, and less time spent waiting for an answer.

The chair thanked the authors and asked the secretariat to prepare a plan for the coming year. It should say who pays, who decides, and how the outcome is to be measured. Questions about the bar chart on page four, the large red area and the star next to some of the names were left for the next meeting.`,
  German: `Der Ausschuss hat sich in seiner letzten Sitzung mit der Zukunft der grenzüberschreitenden Zusammenarbeit befasst. Nach einer kurzen Einführung durch die Vorsitzende wurde über den Entwurf der gemeinsamen Erklärung beraten. Mehrere Mitglieder wiesen darauf hin, dass die Förderung nur für drei Jahre gesichert ist und dass die Gemeinden danach selbst für die Kosten aufkommen müssten.

Die Verwaltung wurde gebeten, bis zum Herbst zu klären, welche Mittel aus europäischen Programmen zur Verfügung stehen. Außerdem soll geprüft werden, ob die Buslinie über die Grenze häufiger fahren kann. Viele Pendler sind darauf angewiesen, und die Straße ist am Morgen regelmäßig überlastet.

Zum Schluss wurde beschlossen, die Schulen auf beiden Seiten stärker einzubeziehen. Schüler sollen die Sprache der Nachbarn früh lernen können. Die nächste Sitzung findet am zwölften Oktober in Flensburg statt; Anträge sind bis Ende September einzureichen.`,
};

/** Longer texts, which `npm run bench:repair:texts` fetches for the occasion. */
export const LONG_TEXTS = [
  {
    language: 'Swedish',
    tongue: 'swe',
    source: 'gimp-help-sv',
    pages: 'usr/share/gimp/2.0/help/sv',
    licence: 'GFDL-1.2+',
  },
  {
    language: 'Norwegian',
    tongue: 'nob',
    source: 'debian-edu-doc-nb-no',
    pages: 'usr/share/doc/debian-edu-doc-nb-no',
    licence: 'GPL-2+',
  },
  {
    language: 'Nynorsk',
    tongue: 'nob',
    source: 'gimp-help-nn',
    pages: 'usr/share/gimp/2.0/help/nn',
    licence: 'GFDL-1.2+',
  },
  {
    language: 'English',
    tongue: 'eng',
    source: 'gimp-help-en',
    pages: 'usr/share/gimp/2.0/help/en',
    licence: 'GFDL-1.2+',
  },
  {
    language: 'German',
    tongue: 'deu',
    source: 'gimp-help-de',
    pages: 'usr/share/gimp/2.0/help/de',
    licence: 'GFDL-1.2+',
  },
] as const;

/** Danish of kinds that tempt a repairer, written for this purpose: all of it is right as it stands. */
export const WRITTEN_DANISH: readonly (readonly [name: string, text: string])[] = [
  [
    'tables of numbers',
    `Kommune Antal 2021 2022 2023 Pct.
Greve 51.206 412 398 4,1
Faxe 36.915 288 301 -2,0
Stevns 23.281 175 169 0,7
I alt 111.402 875 868 1,2 mio. kr.
Note: Tal i 1.000 kr., 2023-pl. Afrunding kan give afvigelser. n = 1.204, p < 0,05.`,
  ],
  [
    'lists of names',
    `Til stede: Kirstine Dalsgaard, Aabenraa; Hans-Jørgen Kjærgaard Aaen; Marie Louise Lunde; Ole Mark; Bo Degn; Karen Blixen Fang; Lotte Rod; Åge Aagesen; Søren Bach; Poul Hansen Skov.
Afbud: Malte Göransson, Skåne; Åsa Lindström, Malmö; Jürgen Müller, Schleswig; Günther Groß, Flensburg; Björk Guðmundsdóttir.`,
  ],
  [
    'old spelling',
    `Lov om Kommunernes Styrelse af 18de Juni 1868, § 4: Byraadets Medlemmer vælges paa fire Aar. Kommunalbestyrelsen kan ikke paatage sig Forpligtelser, før Ministeren har givet sit Samtykke. Enhver Borger, der har opnaaet Myndighedsalderen, skal kunne faa Adgang til Raadets Forhandlinger, saafremt han maatte ønske det.`,
  ],
  [
    'dialect and speech',
    `"A ved et, mæ det ka wal gå an," sagde den gamle fra Thy. "Vi sku da osse hjem te æ gård," svarede konen, og så sagde hun ikke mere. Borgmesteren lo: "Nu må I altså stoppe, hva' siger I så? Det' ikk' rigtigt!"`,
  ],
  [
    'abbreviations',
    `Jf. bl.a. LBK nr. 1114 af 07/09/2023, stk. 2, litra a), og cirk. nr. 12, afs. 3, m.v. RAR, SSU, K17, K29, DK2020, KSS, SOF, STAR og OPP er nævnt i bilag A-D. Evt. spm. kan rettes til ovst. kl. 8-15, tlf. 33 70 33 70, lok. 12. Sagsbeh.: ibo/msr, j.nr. 00.01.10-G01-3-19.`,
  ],
  [
    'addresses on the net',
    `Se www.kkr-eksempel.dk/moeder/2023/oekonomi?id=7&sprog=da og skriv til soeren.aagaard@kommune-eksempel.dk eller post@raad.dk. Filen ligger i S:\\Moeder\\2024\\Aarsberetning_v2.docx; koden findes paa github.com/eksempel/maaling, og kontoen hedder @kkr_eksempel.`,
  ],
  [
    'chemistry and law',
    `Indholdet af NO₂, SO2, CH₄, PFAS (PFOA, PFOS og GenX), benz(a)pyren, 2,4-dichlorphenoxyeddikesyre og trichlorethylen må højst være 0,1 µg/l, jf. § 85, stk. 3, i miljøbeskyttelsesloven. Temperaturen var 4 °C ± 0,5, pH 7,2; tærskelværdien er ≤ 50 mg NO3/l.`,
  ],
  [
    'the author’s own misspellings',
    `Komunen har idag besluttet at fortsætte forsøgget. Der er tale om et afviklet projekt, som iøvrigt var for dyrt, og forvaltningen beklager at sagen har trukket ud. Deltagerne var glade for resultatet, og ihvertfald to af dem ønsker at fortsætte på trods af de øgede udgifter.`,
  ],
];

/** Danish pages in which the neighbours have their say: a quotation, names, an address. */
export function mixedPages(): string[] {
  const danish = `KKR drøfter samarbejdet over grænsen. Kommunerne ønsker, at færgen fortsætter, og at børn og unge på begge sider kan mødes. Sagen har været i høring, og svarene er vedlagt.`;
  const places = [
    'Kontakt: Länsstyrelsen i Skåne, Östra Boulevarden 62, 291 32 Kristianstad, att. Åsa Öhrström och Björn Lindgren.',
    'Adresse: Norderstraße 76, 24939 Flensburg, zu Händen von Frau Dr. Ute Schäfer-Böhm.',
    'Postboks 8112 Dep, 0032 Oslo, v/ fylkesordfører Tor Bråten og rådgiver Åshild Mæhle.',
  ];
  return Object.values(FOREIGN).flatMap((text) =>
    text
      .split('\n\n')
      .map((quote, at) => `${danish}\n\n»${quote}«\n\n${danish}\n\n${places[at % places.length] ?? ''}`),
  );
}
