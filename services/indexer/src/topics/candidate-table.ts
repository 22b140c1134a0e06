/** All candidates of one book, counted. */
import type { Candidate, CandidateShape } from './candidates.ts';

export interface TableEntry {
  key: string;
  shape: CandidateShape;
  content: readonly string[];
  known: boolean;
  /** Passages that hold it. */
  passages: number;
  /** How often it is written exactly as its key; other forms are counted apart, for they are few. */
  usesOfKey: number;
}

export interface PassageCandidate {
  entry: TableEntry;
  /** Occurrences in the passage. */
  count: number;
}

export class CandidateTable {
  readonly #entries = new Map<string, TableEntry>();
  readonly #otherLabels = new Map<string, Map<string, number>>();
  readonly #passages: PassageCandidate[][] = [];

  /** Adds the candidates of the next passage. */
  addPassage(candidates: readonly Candidate[]): void {
    const here = new Map<TableEntry, number>();
    for (const candidate of candidates) {
      let entry = this.#entries.get(candidate.key);
      if (entry === undefined) {
        const { key, shape, content, known } = candidate;
        entry = { key, shape, content, known, passages: 0, usesOfKey: 0 };
        this.#entries.set(key, entry);
      }
      here.set(entry, (here.get(entry) ?? 0) + 1);
      if (candidate.label === entry.key) entry.usesOfKey += 1;
      else this.#countLabel(entry.key, candidate.label);
    }
    for (const entry of here.keys()) entry.passages += 1;
    this.#passages.push(Array.from(here, ([entry, count]) => ({ entry, count })));
  }

  #countLabel(key: string, label: string): void {
    let counts = this.#otherLabels.get(key);
    if (counts === undefined) {
      counts = new Map();
      this.#otherLabels.set(key, counts);
    }
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }

  /** Candidates of each passage in order of first appearance. */
  get passages(): readonly (readonly PassageCandidate[])[] {
    return this.#passages;
  }

  /** The commonest form in this book; the key itself or the first in the alphabet of equals. */
  label(entry: TableEntry): string {
    let best = entry.key;
    let most = entry.usesOfKey;
    for (const [label, count] of this.#otherLabels.get(entry.key) ?? []) {
      if (count > most || (count === most && best !== entry.key && label < best)) {
        best = label;
        most = count;
      }
    }
    return best;
  }
}
