/**
 * Sections → chunks: runs of whole paragraphs that fit the model's window. Of all ways to divide a section,
 * the one is taken whose chunks come closest to the wanted size and whose breaks disturb least (dynamic
 * programming over the atoms, as TeX breaks a paragraph into lines).
 */
import type { BlockSpan, Chunk, ParsedBook, Section } from '../book.ts';
import { type Atom, type Seam, sectionText, splitIntoAtoms } from './atoms.ts';
import { SPECIAL_TOKENS, type TokenCounter, WINDOW_TOKENS } from './token-counter.ts';

export interface ChunkOptions {
  /** Words that a chunk should have. */
  targetWords: number;
  /** Most tokens of a chunk, [CLS] and [SEP] included. */
  maxTokens: number;
}

/** About 300 words read as one passage and, with about 420 tokens, leave room in the window. */
export const DEFAULT_CHUNK_OPTIONS: ChunkOptions = { targetWords: 300, maxTokens: WINDOW_TOKENS };

/** A paragraph stays whole up to this many times the wanted size, and this share of the window. */
const WHOLE_BLOCK_RATIO = 1.2;
const WHOLE_BLOCK_WINDOW = 0.9;

/** Most UTF-16 units of a chunk. Real ones have up to 4,000; a word that the tokenizer does not know counts as one token, however long. */
const MAX_CHARS = 10_000;

/** Cost of a break, in the unit of a chunk that is wholly off the wanted size (deviation² = 1). */
const SEAM_COST: Readonly<Record<Seam, number>> = { block: 0, sentence: 0.1, word: 0.5, heading: 4 };
/** Reward for a break before a heading. */
const BEFORE_HEADING = -0.1;

/** Divides every section, of all kinds; chunks are in reading order. */
export async function chunkBook(
  book: Pick<ParsedBook, 'sections' | 'language'>,
  count: TokenCounter,
  options: ChunkOptions = DEFAULT_CHUNK_OPTIONS,
): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const section of book.sections) {
    for (const chunk of await chunkSection(section, book.language, count, options)) chunks.push(chunk);
  }
  return chunks;
}

/** Divides one section. Every word of it is in exactly one chunk. */
export async function chunkSection(
  section: Section,
  language: string,
  count: TokenCounter,
  options: ChunkOptions = DEFAULT_CHUNK_OPTIONS,
): Promise<Chunk[]> {
  const maxTokens = options.maxTokens - SPECIAL_TOKENS;
  const limits = {
    wholeWords: Math.round(options.targetWords * WHOLE_BLOCK_RATIO),
    wholeTokens: Math.floor(maxTokens * WHOLE_BLOCK_WINDOW),
    tokens: maxTokens,
    chars: MAX_CHARS,
  };
  const atoms = await splitIntoAtoms(section.blocks, language, limits, count);
  const text = sectionText(section.blocks);
  const runs = bestRuns(atoms, section, options.targetWords, maxTokens);
  const chunks = runs.map((run) => toChunk(run, section, text));
  const tokens = await count(chunks.map((chunk) => chunk.text));
  return chunks.map((chunk, i) => ({ ...chunk, tokens: tokens[i]! + SPECIAL_TOKENS }));
}

/** Consecutive runs of atoms with the least total cost. The earliest break wins a tie. */
function bestRuns(
  atoms: readonly Atom[],
  section: Section,
  targetWords: number,
  maxTokens: number,
): Atom[][] {
  // best[j]: least cost of dividing the first j atoms; from[j]: where the last of their runs begins.
  const best = new Float64Array(atoms.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(atoms.length + 1);
  best[0] = 0;
  for (let j = 1; j <= atoms.length; j++) {
    const seam = seamCost(atoms, section, j);
    let words = 0;
    let tokens = 0;
    for (let i = j - 1; i >= 0; i--) {
      words += atoms[i]!.words;
      tokens += atoms[i]!.tokens;
      const tooMuch = tokens > maxTokens || atoms[j - 1]!.end - atoms[i]!.start > MAX_CHARS;
      if (tooMuch && i < j - 1) break;
      const deviation = (words - targetWords) / targetWords;
      const cost = best[i]! + deviation * deviation + seam;
      if (cost <= best[j]!) {
        best[j] = cost;
        from[j] = i;
      }
    }
  }
  const runs: Atom[][] = [];
  for (let j = atoms.length; j > 0; j = from[j]!) runs.push(atoms.slice(from[j]!, j));
  return runs.reverse();
}

/** Cost of a break before atom `j`; none at the section's end. */
function seamCost(atoms: readonly Atom[], section: Section, j: number): number {
  const next = atoms[j];
  if (next === undefined) return 0;
  const { seam, block } = atoms[j - 1]!;
  const beforeHeading = next.block !== block && section.blocks[next.block]!.type === 'heading';
  return SEAM_COST[seam] + (beforeHeading && seam !== 'heading' ? BEFORE_HEADING : 0);
}

function toChunk(run: readonly Atom[], section: Section, text: string): Omit<Chunk, 'tokens'> {
  const { start } = run[0]!;
  const { end } = run.at(-1)!;
  return {
    sectionIndex: section.index,
    start,
    end,
    text: text.slice(start, end),
    blocks: spansOf(run, section, start),
    words: run.reduce((sum, atom) => sum + atom.words, 0),
  };
}

/** The blocks of a run with their ranges in its text. */
function spansOf(run: readonly Atom[], section: Section, chunkStart: number): BlockSpan[] {
  const spans: (BlockSpan & { block: number })[] = [];
  for (const atom of run) {
    const open = spans.at(-1);
    if (open?.block === atom.block) {
      open.end = atom.end - chunkStart;
      continue;
    }
    const { type, level } = section.blocks[atom.block]!;
    spans.push({
      block: atom.block,
      type,
      level,
      start: atom.start - chunkStart,
      end: atom.end - chunkStart,
      continued: !atom.opensBlock,
    });
  }
  return spans.map(({ block: _, ...span }) => span);
}
