/**
 * How good related books are.
 *
 *   npm run relevance:related -- [--set FILE] [--to http://host:port]
 *
 * Asks a running library which books are related to each book of the judged set, and prints nDCG@10 and precision
 * among the first five, with 95 % bootstrap intervals: as served, by each of its three signals alone (in the order
 * of their ranks among the fifty served), and as served with books by the same author left out of both sides.
 * Then how many of the first five are by the same author, and how often the relation is seen from both sides.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RELATED_SIGNALS } from '../../../services/retrieval/src/related/related-signals.ts';
import { getJson } from '../../test-stack.ts';
import { bookKey, readJudgedSet } from './judged-set.ts';
import { ndcgAt10 } from './metrics.ts';
import { interval, mean, pairedP } from './statistics.ts';

interface Book {
  id: number;
  fileName: string;
  authors: string[];
}

interface Related {
  results: { book: Book; signals: { name: string; rank: number }[] }[];
}

/** The most that one call gives. */
const DEPTH = 50;
/** The most that a page shows at once. */
const SHOWN = 5;

const { values: args } = parseArgs({
  options: {
    set: { type: 'string', default: join(import.meta.dirname, 'judged/related-classics.tsv') },
    to: { type: 'string', default: 'http://127.0.0.1:8080' },
  },
});
const api = `${args.to}/api/v1`;
const judged = new Map(readJudgedSet(args.set).map(({ text, books }) => [text, books]));

const books = await allBooks();
const byKey = new Map(books.map((book) => [bookKey(book.fileName), book]));
const answers = new Map<string, Related['results']>();
for (const [key, { id }] of byKey) {
  answers.set(key, (await getJson<Related>(api, `/books/${id}/related?limit=${DEPTH}`)).results);
}

async function allBooks(): Promise<Book[]> {
  const found: Book[] = [];
  let cursor = '';
  do {
    const page = await getJson<{ books: Book[]; nextCursor?: string }>(
      api,
      `/books?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    found.push(...page.books);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return found;
}

const served = (key: string) => (answers.get(key) ?? []).map(({ book }) => bookKey(book.fileName));

function bySignal(name: string): (key: string) => string[] {
  return (key) =>
    (answers.get(key) ?? [])
      .flatMap(({ book, signals }) => {
        const rank = signals.find((signal) => signal.name === name)?.rank;
        return rank === undefined ? [] : [{ rank, key: bookKey(book.fileName) }];
      })
      .sort((a, b) => a.rank - b.rank)
      .map((item) => item.key);
}

const sameAuthor = (a: string, b: string) =>
  byKey.get(a)?.authors.some((author) => byKey.get(b)?.authors.includes(author)) ?? false;

function evaluate(ranking: (key: string) => string[], keep: (book: string, other: string) => boolean) {
  const rows = [...judged].flatMap(([key, grades]) => {
    const wanted = new Map([...grades].filter(([other]) => byKey.has(other) && keep(key, other)));
    if (!byKey.has(key) || wanted.size === 0) return [];
    const ranked = ranking(key).filter((other) => keep(key, other));
    const right = ranked.slice(0, SHOWN).filter((other) => wanted.has(other)).length;
    return [{ ndcg: ndcgAt10(ranked, wanted), precision: right / Math.min(SHOWN, wanted.size) }];
  });
  return { ndcg: rows.map(({ ndcg }) => ndcg), precision: rows.map(({ precision }) => precision) };
}

const cell = (values: readonly number[]) => {
  const [low, high] = interval(values);
  return `${mean(values).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};
const all = () => true;
const asServed = evaluate(served, all);
console.log(
  `${asServed.ndcg.length} of ${books.length} books judged\n\n| | nDCG@10 | right among the first ${SHOWN} | p against as served |\n|---|--:|--:|--:|`,
);
console.log(`| as served | ${cell(asServed.ndcg)} | ${cell(asServed.precision)} | |`);
for (const { name } of RELATED_SIGNALS.map(({ signal }) => signal)) {
  const one = evaluate(bySignal(name), all);
  console.log(
    `| ${name} alone | ${cell(one.ndcg)} | ${cell(one.precision)} | ${pairedP(one.ndcg, asServed.ndcg).toFixed(4)} |`,
  );
}
const others = evaluate(served, (book, other) => !sameAuthor(book, other));
console.log(
  `| as served, other authors only (${others.ndcg.length}) | ${cell(others.ndcg)} | ${cell(others.precision)} | |`,
);

const firsts = [...byKey.keys()].map((key) => ({ key, first: served(key).slice(0, SHOWN) }));
const byAuthor = mean(
  firsts.map(({ key, first }) => first.filter((other) => sameAuthor(key, other)).length / SHOWN),
);
const mutual = mean(
  firsts.flatMap(({ key, first }) =>
    first.map((other) => (served(other).slice(0, 10).includes(key) ? 1 : 0)),
  ),
);
console.log(
  `\n${(100 * byAuthor).toFixed(1)} % of the first ${SHOWN} are by the same author; of ${(100 * mutual).toFixed(1)} % the book itself is among the first ten of theirs.`,
);
