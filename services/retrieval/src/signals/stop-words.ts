/**
 * English words that say nothing of what a reader looks for, folded. Words that are merely frequent in a
 * library are not here: fts-query.ts weighs those by document frequency. Contractions appear as FTS5 cuts
 * them ("don", "ll", "ve").
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those such ' +
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her ' +
    'hers herself it its itself they them their theirs themselves one ones who whom whose which what ' +
    'am is are was were be been being have has had having do does did doing done will would shall should can ' +
    'could may might must ought don t s ll ve re d m isn aren wasn weren hasn haven hadn doesn didn won wouldn ' +
    'shan shouldn couldn mustn ' +
    'and or nor but if then else than because as until while though although so yet whether ' +
    'of at by for with about against between into through during before after above below to from up down in ' +
    'out on off over under upon within without toward towards among across along onto via per ' +
    'again further once here there when where why how all any both each few more most other others some ' +
    'no not only own same too very just also even ever never now still however there thus ' +
    'book books novel story stories'
  ).split(' '),
);
