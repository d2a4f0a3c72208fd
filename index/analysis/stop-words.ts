/**
 * Words too common to find anything by. They stay in the index, for phrases,
 * but a query that holds other words does not insist on them. Folded.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller en end er et ' +
    'for fra få får gør ham han har havde have hen hende her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor ' +
    'hvordan hvorfor hvornår i ikke ind jeg jer kan kom kommer kunne man med meget men mere mig mit må nogle noget nogen nu når og også om ' +
    'op os over på sammen samt se sig sin sine sit skal skulle som så til ud under var ved vedrørende vil ville vi være været ' +
    'bør the and of ' +
    // What questions are made of: "hvad blev der besluttet om …".
    'besluttet beslutter sket sker gælder handler drejer siger mener findes'
  ).split(' '),
);
