/**
 * What a slip of the finger costs, and how much of it the suggested spelling gives back.
 *
 *   npm run relevance:misspellings -- --set FILE [--to http://host:port]
 *
 * One word of at least five letters in each judged query gets one slip: two letters change places, one is left out,
 * doubled, or replaced by its neighbour on the keyboard; by a fixed seed. Prints nDCG@10 of the query as it was, with
 * the slip, and with the first suggestion in its place, with 95 % bootstrap intervals; how often that suggestion is
 * the query as it was; and how often a query without a slip gets one.
 */
import { parseArgs } from 'node:util';
import { type SearchAnswer, search } from '../../test-stack.ts';
import { bookKey, readJudgedSet } from './judged-set.ts';
import { ndcgAt10 } from './metrics.ts';
import { interval, mean, pairedP, randomOf } from './statistics.ts';

const LETTERS = 5;
const SEED = 7;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const { values: args } = parseArgs({
  options: { set: { type: 'string' }, to: { type: 'string', default: 'http://127.0.0.1:8080' } },
});
if (args.set === undefined) {
  console.error('Give a judged set: npm run relevance:misspellings -- --set FILE [--to http://host:port]');
  process.exit(2);
}

const random = randomOf(SEED);
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

function misspelt(query: string): string | undefined {
  const words = [...query.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= LETTERS);
  if (words.length === 0) return undefined;
  const { 0: word, index } = words[below(words.length)]!;
  return query.slice(0, index) + withSlip(word) + query.slice(index + word.length);
}

interface Answer extends SearchAnswer {
  suggestions?: string[];
}

const ask = (q: string) => search(`${args.to}/api/v1`, { q, limit: '10' }) as Promise<Answer>;
const ranked = ({ results }: Answer) => results.map(({ book }) => bookKey(book?.fileName ?? ''));

const right: number[] = [];
const slipped: number[] = [];
const mended: number[] = [];
let suggested = 0;
let same = 0;
let falseAlarms = 0;
for (const { text, books, kind } of readJudgedSet(args.set)) {
  if (kind === 'none') continue;
  const slip = misspelt(text);
  if (slip === undefined) continue;
  const [a, b] = [await ask(text), await ask(slip)];
  const suggestion = b.suggestions?.[0];
  const c = suggestion === undefined ? b : await ask(suggestion);
  right.push(ndcgAt10(ranked(a), books));
  slipped.push(ndcgAt10(ranked(b), books));
  mended.push(ndcgAt10(ranked(c), books));
  if ((a.suggestions ?? []).length > 0) falseAlarms += 1;
  if (suggestion !== undefined) suggested += 1;
  if (suggestion?.toLowerCase() === text.toLowerCase()) same += 1;
}

const cell = (values: readonly number[]) => {
  const [low, high] = interval(values);
  return `${mean(values).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};
const share = (count: number) => `${((100 * count) / right.length).toFixed(1)} %`;
console.log(`${right.length} queries\n\n| | nDCG@10 |\n|---|--:|`);
console.log(`| as it was | ${cell(right)} |\n| with a slip | ${cell(slipped)} |`);
console.log(
  `| with the first suggestion in its place | ${cell(mended)} |\n\nA suggestion came to ${share(suggested)} of the slips, and was the query as it was for ${share(same)}; slip against suggestion p = ${pairedP(mended, slipped).toFixed(4)}.\nOf the queries without a slip ${share(falseAlarms)} got one.`,
);
