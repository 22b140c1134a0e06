/**
 * `node test/programs/relevance/unspaced-words.ts FILE ...`: words of scripts without spaces, found by pairs of
 * characters and by ICU's segmentation, against those that a tokenizer with a dictionary finds. A FILE is JSON:
 * `lang`, `passages` (texts), `gold` (the tokenizer's words of each passage), `queries` (words to look for).
 * The figures in the README of retrieval: jieba, Janome and PyThaiNLP on Debian's translated manual pages and the
 * samples of chardet's tests, 1,000 words each, passages of about 300 characters.
 */
import { readFileSync } from 'node:fs';

interface Sample {
  lang: string;
  passages: string[];
  gold: string[][];
  queries: string[];
}

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]+/gu;
const runsOf = (text: string) => text.match(RUN) ?? [];

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

for (const file of process.argv.slice(2)) {
  const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;
  const segmenter = new Intl.Segmenter(sample.lang, { granularity: 'word' });
  const words = (run: string) =>
    [...segmenter.segment(run)].filter((part) => part.isWordLike).map((part) => part.segment);
  const withoutLast = (run: string) => (run.length > 1 ? pairs(run).slice(0, -1) : pairs(run));
  measure(sample, 'pairs', pairs, withoutLast);
  measure(sample, 'ICU', words, words);
}

/** @param asked cuts a query: the last character of it begins no pair */
function measure(
  { lang, passages, gold, queries }: Sample,
  name: string,
  indexed: (run: string) => string[],
  asked: (run: string) => string[],
): void {
  const started = performance.now();
  const lists = passages.map((text) => runsOf(text).flatMap(indexed));
  const characters = passages.reduce((sum, { length }) => sum + length, 0);
  const perMillion = ((performance.now() - started) / characters) * 1e6;
  const truth = gold.map((own) => new Set(own));
  let [right, found, wanted] = [0, 0, 0];
  for (const query of queries) {
    const terms = asked(query);
    for (const [i, list] of lists.entries()) {
      const isFound = standsIn(terms, list);
      const isWanted = truth[i]!.has(query);
      if (isFound) found++;
      if (isWanted) wanted++;
      if (isFound && isWanted) right++;
    }
  }
  const postings = lists.reduce((sum, list) => sum + new Set(list).size, 0);
  console.log(
    `${lang} ${name}: recall ${(right / wanted).toFixed(3)}, precision ${(right / found).toFixed(3)}, ${postings} postings, ${perMillion.toFixed(0)} ms for a million characters`,
  );
}

function standsIn(terms: readonly string[], list: readonly string[]): boolean {
  for (let at = list.indexOf(terms[0] ?? ''); at !== -1; at = list.indexOf(terms[0] ?? '', at + 1)) {
    if (terms.every((term, i) => list[at + i] === term)) return true;
  }
  return false;
}
