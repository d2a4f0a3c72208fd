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
