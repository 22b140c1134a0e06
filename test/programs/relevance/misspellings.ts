/**
 * What a slip of the finger costs, and how much of it the suggested spelling gives back.
 *
 *   npm run relevance:misspellings -- --set FILE [--queries 150] [--seed 7] [--to http://host:port]
 *
 * One word of at least five letters in each judged query gets one slip: two letters change places, one is left out,
 * doubled, or replaced by its neighbour on the keyboard. With --queries, that many are drawn from the set. Prints nDCG@10
 * and Recall@1 of the query as it was, with the slip, and with the first suggestion in its place, with 95 % bootstrap
 * intervals, and the share of answers that say "nothing relevant"; how often that suggestion is
 * the query as it was; and how often a query without a slip gets one.
 */
import { parseArgs } from 'node:util';
import { type SearchAnswer, search } from '../../test-stack.ts';
import { bookKey, readJudgedSet } from './judged-set.ts';
import { ndcgAt10 } from './metrics.ts';
import { interval, mean, pairedP, randomOf } from './statistics.ts';

const LETTERS = 5;
const LONG_WORD = new RegExp(`\\p{L}{${LETTERS},}`, 'u');
/** Without an answer, or with a field's name in which a slip would change what is asked. */
const NOT_MISSPELT: ReadonlySet<string> = new Set(['none', 'filter']);
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const { values: args } = parseArgs({
  options: {
    set: { type: 'string' },
    queries: { type: 'string' },
    seed: { type: 'string', default: '7' },
    to: { type: 'string', default: 'http://127.0.0.1:8080' },
  },
});
if (args.set === undefined) {
  console.error('Give a judged set: npm run relevance:misspellings -- --set FILE [--to http://host:port]');
  process.exit(2);
}

const random = randomOf(Number(args.seed));
const below = (n: number) => Math.floor(random() * n);

function besideOnKeyboard(letter: string): string | undefined {
  const row = ROWS.find((keys) => keys.includes(letter));
  const at = row?.indexOf(letter) ?? -1;
  return row?.[at + 1] ?? row?.[at - 1];
}

/** The word with one slip; the first letter, which fingers rarely miss, stays. */
function withSlip(word: string): string {
  for (;;) {
    const at = 1 + below(word.length - 2);
    const [before, letter, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
    const slips = [
      before + next + letter + after,
      before + next + after,
      before + letter + letter + next + after,
      before + (besideOnKeyboard(letter) ?? '') + next + after,
    ];
    const slip = slips[below(slips.length)]!;
    if (slip !== word) return slip;
  }
}

/** The query with a slip in one of its long words; it must have one. */
function misspelt(query: string): string {
  const words = [...query.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= LETTERS);
  const { 0: word, index } = words[below(words.length)]!;
  return query.slice(0, index) + withSlip(word) + query.slice(index + word.length);
}

interface Answer extends SearchAnswer {
  suggestions?: string[];
}

const ask = (q: string) => search(`${args.to}/api/v1`, { q, limit: '10' }) as Promise<Answer>;
const ranked = ({ results }: Answer) => results.map(({ book }) => bookKey(book?.fileName ?? ''));

interface Row {
  ndcg: number;
  first: number;
  refused: number;
}

function measured(answer: Answer, books: ReadonlyMap<string, number>): Row {
  const list = ranked(answer);
  return {
    ndcg: ndcgAt10(list, books),
    first: books.get(list[0] ?? '') === 2 ? 1 : 0,
    refused: answer.relevant ? 0 : 1,
  };
}

/** Some of the queries, in random order; all in their own order if `count` is undefined. */
function drawn<T>(all: readonly T[], count: number | undefined): T[] {
  const rest = [...all];
  return count === undefined
    ? rest
    : Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)[0]!);
}

const long = readJudgedSet(args.set).filter(
  ({ kind, text }) => !NOT_MISSPELT.has(kind) && LONG_WORD.test(text),
);
const right: Row[] = [];
const slipped: Row[] = [];
const corrected: Row[] = [];
let suggested = 0;
let same = 0;
let falseAlarms = 0;
for (const { text, books } of drawn(long, args.queries === undefined ? undefined : Number(args.queries))) {
  const [a, b] = [await ask(text), await ask(misspelt(text))];
  const suggestion = b.suggestions?.[0];
  const c = suggestion === undefined ? b : await ask(suggestion);
  right.push(measured(a, books));
  slipped.push(measured(b, books));
  corrected.push(measured(c, books));
  if ((a.suggestions ?? []).length > 0) falseAlarms += 1;
  if (suggestion !== undefined) suggested += 1;
  if (suggestion?.toLowerCase() === text.toLowerCase()) same += 1;
}

const cell = (values: readonly number[]) => {
  const [low, high] = interval(values);
  return `${mean(values).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
const share = (count: number) => percent(count / right.length);
console.log(`${right.length} queries\n\n| | nDCG@10 | Recall@1 | “nothing relevant” |\n|---|--:|--:|--:|`);
for (const [name, rows] of [
  ['as it was', right],
  ['with a slip', slipped],
  ['with the first suggestion in its place', corrected],
] as const) {
  const [ndcg, first] = [rows.map((row) => row.ndcg), rows.map((row) => row.first)];
  console.log(
    `| ${name} | ${cell(ndcg)} | ${cell(first)} | ${percent(mean(rows.map((row) => row.refused)))} |`,
  );
}
const p = pairedP(
  corrected.map((row) => row.ndcg),
  slipped.map((row) => row.ndcg),
);
console.log(
  `\n${share(suggested)} of the slips got a suggestion; for ${share(same)} it was the query as it was. nDCG@10, slip against suggestion: p = ${p.toFixed(4)}.\n${share(falseAlarms)} of the queries without a slip got one.`,
);
