import type { Language } from '../core/vocabulary.ts';

/**
 * Which language a stretch of text is in, told by its small words. Made for
 * damaged text: the Danish list holds what OCR makes of "på", "når" and "være"
 * too, and a language is named only where the small words are clear about it.
 */
const SMALL_WORDS: Readonly<Record<Language, string>> = {
  dan: `og i at det er en til af på pa pd for med der de som den et ikke har kan vil skal fra om vi blev bliver være
    vaere var ved men efter også ogsa eller samt hvor hvad sig ud op over under mellem mod nogle meget flere andre
    dette disse deres sin sit sine når nar så sa hver uden inden gennem blevet hvis hvilke jf fx nye år ar kl mv dog
    således saledes herunder derfor derudover vedrørende vedrorende gennemført både bade må ma får udvikling indsats
    kommuner kommunerne kommune borgere borgerne møde sager sag dagsorden bilag mødet arbejdet hjælp hjaelp`,
  nob: `og i å det er en til av på for med der de som den et ikke har kan vil skal fra om vi ble blir være var ved men
    etter også eller samt hvor hva seg ut opp over under mellom mot noen mye flere andre dette disse deres sin sitt
    sine når så hver uten innen gjennom blitt hvis hvilke nye år sammen jeg meg deg hun han noe bare dem ei selv siden
    kommunen kommunene fylkeskommunen gjelder både må får utvikling arbeid vårt vår deg hvordan mellom gi ta
    kunne skulle ville hadde fikk gikk sier nå
    ein eit ikkje frå berre dei korleis kva eg noko noka vere vert saman mykje nokre gjer gjev dersom utan sjå nye desse
    denne dette kvar mange fleire enn når ved brukar skal bli skjer også slik ulike legg vel`,
  swe: `och i att det är en till av på för med där de som den ett inte har kan vill ska skall från om vi blev blir vara
    var vid men efter också eller samt var vad sig ut upp över under mellan mot några mycket flera andra detta dessa
    deras sin sitt sina när så varje utan inom genom blivit vilka nya år för att och kommunen kommuner regionen
    arbete även denna både får ska jag du han hon dem vår våra här bör eller hos`,
  eng: `the of and to in a is that for it as was with be by on not he are this at from or have an they which one you
    were her all their there been if more when will would who so no can these its has had also than into only other
    new some could time may two then do first any such like our over but we your what about how between through`,
  deu: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr
    durch man sein wurde sei kann wenn ihre können kommunen zwischen`,
};

const LANGUAGES: readonly Language[] = ['dan', 'nob', 'swe', 'eng', 'deu'];

/** Word to languages; a word of many languages tells little, so it counts for less. */
function weigh(): ReadonlyMap<string, readonly { at: number; weight: number }[]> {
  const owners = new Map<string, Set<number>>();
  LANGUAGES.forEach((language, at) => {
    for (const word of SMALL_WORDS[language].split(/\s+/)) {
      owners.set(word, (owners.get(word) ?? new Set()).add(at));
    }
  });
  return new Map(
    [...owners].map(([word, set]) => [word, [...set].map((at) => ({ at, weight: 1 / set.size }))] as const),
  );
}

export interface TongueCounter {
  /** @param word in lower case */
  add(word: string): void;
  /** Counts so many small words more for a language that is likely from elsewhere. */
  favour(language: Language, words: number): void;
  /** How much speaks for each language. */
  readonly scores: Readonly<Record<Language, number>>;
  /** The language that clearly leads; null where little or nothing is told. */
  best(): Language | null;
}

const WEIGHTS = weigh();
/** In words of its own that a language must be ahead; neighbours share most of their small words. */
const CLEAR_LEAD = 0.5;

export function createTongueCounter(): TongueCounter {
  const sums = LANGUAGES.map(() => 0);
  return {
    add(word) {
      for (const { at, weight } of WEIGHTS.get(word) ?? []) sums[at] = (sums[at] ?? 0) + weight;
    },
    favour(language, words) {
      const at = LANGUAGES.indexOf(language);
      sums[at] = (sums[at] ?? 0) + words;
    },
    get scores() {
      const [dan = 0, nob = 0, swe = 0, eng = 0, deu = 0] = sums;
      return { dan, nob, swe, eng, deu };
    },
    best() {
      const order = LANGUAGES.map((language, at) => ({ language, score: sums[at] ?? 0 }));
      order.sort((a, b) => b.score - a.score);
      const [first, second] = order;
      return first && second && first.score - second.score >= CLEAR_LEAD ? first.language : null;
    },
  };
}
