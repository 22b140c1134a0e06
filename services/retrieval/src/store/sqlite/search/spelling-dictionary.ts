/**
 * Finds words of the library by their spelling. FTS5 and the posting lists find a word only as it is written, so this
 * keeps a packed copy of the stems, about 20 bytes each.
 */
import { distancesToBeginnings, editDistance } from '../../../words/edit-distance.ts';
import { porterStem } from '../../../words/porter.ts';
import { wordsOf } from '../../../words/words.ts';
import type { QueryTerm, TextSearch } from '../../text-search.ts';
import type { Library } from '../library.ts';
import type { NamedStatement } from '../statements.ts';

/** Shorter stems have too many neighbours, longer ones are no words. */
const MIN_LETTERS = 3;
const MAX_LETTERS = 24;
/** Letters by which a word may be longer than its stem. */
const MAX_ENDING = 5;
/** Stems whose words are read, nearest first, and passages of each: a stem stands for several words. */
const STEMS_READ = 16;
const PASSAGES_READ = 4;
/** Stems that are read, or compared, at one go: a few milliseconds. */
const ROWS_AT_ONCE = 500;
const COMPARED_AT_ONCE = 4_000;
/** After a change the words are read again at most every so many milliseconds, or so many times as long as reading takes. */
const REFRESH_MS = 30_000;
const REFRESH_SHARE = 20;

type Pause = () => Promise<unknown>;

interface Packed {
  letters: Buffer;
  /** Where each stem begins in `letters`; one more at the end. */
  starts: Uint32Array;
  /** A bit for each letter that the stem holds. */
  masks: Uint32Array;
  /** In how many passages or labels, from 1 on; 65535 for more. */
  counts: Uint16Array;
}

export class SpellingDictionary {
  readonly #library: Library;
  readonly #text: TextSearch;
  #packed: Promise<Packed> | undefined;
  #revision = -1;
  #nextRefresh = 0;

  constructor(library: Library, text: TextSearch) {
    this.#library = library;
    this.#text = text;
  }

  /**
   * Words at most `slips` slips from the folded word, nearest first, then those of more passages. A library that
   * changes is read again at most every half a minute.
   */
  async near(word: string, slips: number, limit: number, pause: Pause): Promise<string[]> {
    const stems = await this.#nearStems(await this.#current(pause), word, slips, pause);
    const found: { word: string; distance: number; count: number }[] = [];
    for (const { stem, count } of stems) {
      await pause();
      const own = nearestOf(await this.#wordsWith(stem), word);
      if (own !== undefined && own.distance <= slips) found.push({ ...own, count });
    }
    return found
      .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map((near) => near.word);
  }

  /** Reads the library's words if they have not been read, or have changed. */
  async prepare(pause: Pause): Promise<void> {
    await this.#current(pause);
  }

  async #current(pause: Pause): Promise<Packed> {
    const revision = this.#library.revision();
    if (
      this.#packed === undefined ||
      (revision !== this.#revision && performance.now() > this.#nextRefresh)
    ) {
      this.#revision = revision;
      const started = performance.now();
      const read = this.#read(pause);
      this.#packed = read;
      this.#nextRefresh = Number.POSITIVE_INFINITY;
      try {
        await read;
        const took = performance.now() - started;
        this.#nextRefresh = performance.now() + Math.max(REFRESH_MS, REFRESH_SHARE * took);
      } catch (error) {
        this.#packed = undefined;
        throw error;
      }
    }
    return this.#packed;
  }

  async #read(pause: Pause): Promise<Packed> {
    const counts = new Map<string, number>();
    const add = (stem: string, count: number) => {
      if (stem.length >= MIN_LETTERS && stem.length <= MAX_LETTERS && /^\p{L}+$/u.test(stem)) {
        counts.set(stem, (counts.get(stem) ?? 0) + count);
      }
    };
    const readAll = async (rows: (after: string) => [string, number][]) => {
      for (let after = '', more = true; more; ) {
        await pause();
        const some = rows(after);
        for (const [stem, count] of some) add(stem, count);
        more = some.length === ROWS_AT_ONCE;
        after = some.at(-1)?.[0] ?? '';
      }
    };
    const blocks = this.#library.statement<number>('word-blocks', 'value').all();
    const ofBlock = this.#library.statement<[string, number]>('spelling-words', 'array');
    for (const block of blocks) await readAll((after) => ofBlock.all(block, after, ROWS_AT_ONCE));
    for (const name of ['spelling-words-of-topics', 'spelling-words-of-books'] as const) {
      const labels: NamedStatement<[string, number]> = this.#library.statement(name, 'array');
      await readAll((after) => labels.all(after, ROWS_AT_ONCE));
    }
    return pack(counts);
  }

  /** Stems that begin the word but for `slips` slips and its ending; those that are all of it first. */
  async #nearStems({ letters, starts, masks, counts }: Packed, word: string, slips: number, pause: Pause) {
    const mask = maskOf(word);
    const ending = porterStem(word);
    const near: { stem: string; distance: number; count: number }[] = [];
    for (let i = 0; i < counts.length; i += 1) {
      if (i % COMPARED_AT_ONCE === 0) await pause();
      const bytes = starts[i + 1]! - starts[i]!;
      if (bytes < word.length - slips - MAX_ENDING || bitCount(masks[i]! & ~mask) > slips) continue;
      const stem = letters.toString('utf8', starts[i]!, starts[i + 1]!);
      if (stem.length > word.length + slips) continue;
      const distances = distancesToBeginnings(stem, word);
      let least = editDistance(stem, ending);
      for (let end = Math.max(1, word.length - MAX_ENDING); end <= word.length; end += 1) {
        // An ending that is left over makes the stem less likely, in halves of a slip.
        least = Math.min(least, distances[end]! + (end < word.length ? 0.5 : 0));
      }
      if (least <= slips + 0.5) near.push({ stem, distance: least, count: counts[i]! });
    }
    return near.sort((a, b) => a.distance - b.distance || b.count - a.count).slice(0, STEMS_READ);
  }

  /** Folded words of the library that have the stem: not all, but those of some passages or of a label. */
  async #wordsWith(stem: string): Promise<string[]> {
    const term: QueryTerm = {
      ...{ tokens: [stem], stems: [stem], quoted: false, prefix: false, completions: [], joined: undefined },
    };
    const hits = await this.#text.passages(
      [{ term, phrase: undefined, required: true, weight: 1 }],
      PASSAGES_READ,
    );
    const labels = (name: 'spelling-labels' | 'spelling-titles') =>
      this.#library.statement<string>(name, 'value').all(`"${stem}"`, PASSAGES_READ);
    const texts = [
      ...(await this.#text.texts(hits.map(({ id }) => id))).values(),
      ...labels('spelling-labels'),
      ...labels('spelling-titles'),
    ];
    const words = texts.flatMap((text) => wordsOf(text).filter((word) => word.stem === stem));
    return [...new Set(words.map(({ folded }) => folded))];
  }
}

function nearestOf(words: readonly string[], word: string): { word: string; distance: number } | undefined {
  let nearest: { word: string; distance: number } | undefined;
  for (const own of words) {
    const distance = editDistance(own, word);
    if (nearest === undefined || distance < nearest.distance) nearest = { word: own, distance };
  }
  return nearest;
}

function pack(counts: ReadonlyMap<string, number>): Packed {
  const starts = new Uint32Array(counts.size + 1);
  for (const [i, stem] of [...counts.keys()].entries()) starts[i + 1] = starts[i]! + Buffer.byteLength(stem);
  return {
    letters: Buffer.from([...counts.keys()].join('')),
    starts,
    masks: Uint32Array.from(counts.keys(), maskOf),
    counts: Uint16Array.from(counts.values(), (count) => Math.min(count, 65_535)),
  };
}

/** A bit for each letter; letters of other alphabets share the bits. */
function maskOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask >>> 0;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
