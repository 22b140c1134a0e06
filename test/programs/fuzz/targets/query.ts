/** Whatever a reader types becomes an expression that FTS5 understands. */
import { readFileSync } from 'node:fs';
import { chooseTerms, complete, MAX_MATCHED_TERMS, parseQuery } from '@libtrails/retrieval/signals/fts-query';
import { matchExpression } from '@libtrails/retrieval/store/sqlite/search/match-expression';
import Database from 'better-sqlite3';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES = [
  '"',
  '“',
  '”',
  '*',
  'AND',
  ' OR ',
  'NOT ',
  'NEAR(',
  '^',
  ':',
  '(',
  ')',
  '{',
  '-',
  '+',
  "'",
  '’s',
  'title:',
  '\u0000',
  '\u202e',
  'é',
  'ß',
  'ﬁ',
  'İ',
  '日本',
  'שלום',
  '\ud83d\udc0b',
  '\ud800',
  'a',
  'whal*',
  ' ',
  '\n',
  '%',
  ';--',
  'café',
];

export const open: OpenTarget = () => {
  const corpus = readFileSync(new URL('../corpus/queries.txt', import.meta.url), 'utf8').split('\n');
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')");
  const insert = db.prepare('INSERT INTO t(text) VALUES (?)');
  for (const line of corpus) insert.run(line);
  const match = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?');
  return {
    run(random) {
      const text = mutateText(random.pick(corpus), PIECES, random).slice(0, 2_000);
      const parsed = complete(parseQuery(text), () => random.oneIn(2));
      const terms = chooseTerms(parsed, {
        frequency: (stem) => (stem.length % 3 === 0 ? 0 : stem.length * 100),
        postingsBudget: random.pick([0, 500, 1e9]),
      });
      if (terms.length > MAX_MATCHED_TERMS) throw new Error(`${terms.length} terms`);
      const expression = matchExpression(terms);
      if (expression !== '') match.get(expression);
    },
    close: () => void db.close(),
  };
};
