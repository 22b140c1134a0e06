/** Noun phrases of one passage that may become its topics. */
import { acceptPhrase } from './filters.ts';
import type { Lexicon } from './lexicon.ts';
import { singular } from './singular.ts';
import type { Token } from './tagger.ts';
import { GENERIC_HEADS, GREETINGS, WEAK_MODIFIERS } from './word-lists.ts';

/** `noun`: one word; `compound`: modifiers and head; `of`: two noun phrases joined by "of". */
export type CandidateShape = 'noun' | 'compound' | 'of';

export interface Candidate {
  /** Lower case, head in the singular: one key for all forms of a topic. */
  key: string;
  /** As found, lower case but for words such as "French". */
  label: string;
  shape: CandidateShape;
  /** Content words without plural endings: two picks of a passage share none. */
  content: readonly string[];
  /** WordNet lists it as an expression of its own ("sperm whale"). */
  known: boolean;
}

/** Longest run of modifiers and nouns that becomes one phrase, in words. */
const MAX_WORDS = 4;

/** Capitalised words that are subjects by themselves: "Christianity", "Buddhism". */
const CAPITALISED_SUBJECT = /^\p{Lu}.*(?:ism|ity|dom)$|^(?:Islam|Bible|Koran|Gospel)$/u;

type Word = Token;

/** Every candidate of a passage, once for each time it occurs, in order of appearance. */
export function findCandidates(tokens: readonly Token[], lexicon: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  let before: { words: Word[]; end: number } | undefined;
  for (let i = 0; i < tokens.length; ) {
    const run = nounRun(tokens, i, lexicon);
    if (run === undefined) {
      i++;
      continue;
    }
    const words = tokens.slice(run.start, run.end);
    addRun(words, lexicon, found);
    if (before !== undefined && joinsByOf(tokens, before.end, run.start))
      addOf(before.words, words, lexicon, found);
    before = { words, end: run.end };
    i = run.end;
  }
  return found;
}

/** Modifiers and nouns from `start` on, ending in a noun; [start, end). */
function nounRun(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
): { start: number; end: number } | undefined {
  let end = start;
  let lastNoun = -1;
  while (end < tokens.length) {
    const token = tokens[end]!;
    if (token.tag === 'noun') lastNoun = end;
    else if (token.tag !== 'adjective' && !isSharedName(token, lexicon)) break;
    end++;
  }
  if (lastNoun === -1) {
    // "Christianity" stands alone as well as any common noun.
    const token = tokens[start]!;
    const alone = isSharedName(token, lexicon) && CAPITALISED_SUBJECT.test(token.text);
    return alone ? { start, end: start + 1 } : undefined;
  }
  // A name right before the run makes its adjectives part of a name: "Great Yarmouth pier".
  return { start, end: lastNoun + 1 };
}

/** A capitalised word that belongs to no one: "French", "Roman". */
function isSharedName(token: Token, lexicon: Lexicon): boolean {
  const lower = token.text.toLowerCase();
  return token.tag === 'name' && lexicon.isCapitalisedWord(lower) && !lexicon.isPersonName(lower);
}

function addRun(run: readonly Word[], lexicon: Lexicon, found: Candidate[]): void {
  for (const word of run) {
    if (word.tag === 'noun' || CAPITALISED_SUBJECT.test(word.text)) addPhrase([word], lexicon, found);
  }
  const longest = trimLeft(run.slice(-MAX_WORDS), lexicon);
  if (longest.length < 2) return;
  addPhrase(longest, lexicon, found);
  for (let length = Math.min(3, longest.length - 1); length >= 2; length--) {
    const tail = longest.slice(-length);
    if (trimLeft(tail, lexicon).length === length) addPhrase(tail, lexicon, found);
  }
  // An expression inside a longer run: "sperm whale" in "sperm whale fishery".
  for (let i = 0; i + 2 < longest.length; i++) {
    const inner = longest.slice(i, i + 2);
    if (inner[1]!.tag === 'noun' && lexicon.isNoun(lowerText(inner))) addPhrase(inner, lexicon, found);
  }
}

function addOf(left: readonly Word[], right: readonly Word[], lexicon: Lexicon, found: Candidate[]): void {
  const a = trimLeft(left.slice(-2), lexicon);
  const b = trimLeft(right.slice(-2), lexicon);
  if (a.length === 0 || b.length === 0) return;
  if (GENERIC_HEADS.has(headOf(a, lexicon)) || GENERIC_HEADS.has(headOf(b, lexicon))) return;
  if (!acceptPhrase(a, lexicon) || !acceptPhrase(b, lexicon)) return;
  const content = [...contentOf(a, lexicon), ...contentOf(b, lexicon)];
  if (new Set(content).size < content.length) return;
  const key = `${keyOf(a, lexicon)} of ${keyOf(b, lexicon)}`;
  const label = `${labelOf(a)} of ${labelOf(b)}`;
  found.push({ key, label, shape: 'of', content, known: lexicon.isNoun(key) });
}

function addPhrase(words: readonly Word[], lexicon: Lexicon, found: Candidate[]): void {
  const head = headOf(words, lexicon);
  if (GENERIC_HEADS.has(head) || GENERIC_HEADS.has(words.at(-1)!.text.toLowerCase())) return;
  if (!acceptPhrase(words, lexicon)) return;
  const key = keyOf(words, lexicon);
  if (GREETINGS.has(key)) return;
  found.push({
    key,
    label: labelOf(words),
    shape: words.length === 1 ? 'noun' : 'compound',
    content: contentOf(words, lexicon),
    known: words.length > 1 && lexicon.isNoun(key),
  });
}

/** Drops weak adjectives from the left, unless the whole is an expression of its own ("old age"). */
function trimLeft(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  let rest = words;
  while (rest.length > 0) {
    const first = rest[0]!;
    if (rest.length > 1 && lexicon.isNoun(keyOf(rest, lexicon))) return rest;
    if (first.tag === 'noun' || !WEAK_MODIFIERS.has(first.text)) return rest;
    rest = rest.slice(1);
  }
  return rest;
}

/** Only "of", "of the" or "of a" stands between. */
function joinsByOf(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < 1 || to - from > 2 || tokens[from]?.tag !== 'of') return false;
  return to - from === 1 || /^(?:the|a|an)$/.test(tokens[from + 1]!.text);
}

function headOf(words: readonly Word[], lexicon: Lexicon): string {
  return singular(words.at(-1)!.text.toLowerCase(), lexicon);
}

function keyOf(words: readonly Word[], lexicon: Lexicon): string {
  const before = words.slice(0, -1).map((word) => word.text.toLowerCase());
  return [...before, headOf(words, lexicon)].join(' ');
}

function labelOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

function lowerText(words: readonly Word[]): string {
  return words.map((word) => word.text.toLowerCase()).join(' ');
}

function contentOf(words: readonly Word[], lexicon: Lexicon): string[] {
  return words.map((word) => singular(word.text.toLowerCase(), lexicon).replace(/s$/, ''));
}
