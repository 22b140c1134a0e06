/** All phrase and concept topics of a library in typed arrays: about 850 bytes a topic. */
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';

/** Topics a page: tables grow without copying what they hold. */
const PAGE_ROWS = 2_048;

export type { TopicVector };

export class TopicTable {
  readonly dims: number;
  readonly count: number;
  readonly ids: Uint32Array;
  readonly labels: readonly string[];
  /** True for concepts. */
  readonly isConcept: Uint8Array;
  readonly passages: Uint32Array;
  readonly books: Uint32Array;
  readonly #vectors: PagedRows;
  readonly #contexts: PagedRows;
  readonly #inverseNorms: Float32Array;

  constructor(topics: CollectedTopics) {
    // Ascending ids, whatever order the stream had: everything after depends on the set alone.
    const order = Array.from(topics.ids.keys()).sort((a, b) => topics.ids[a]! - topics.ids[b]!);
    this.count = order.length;
    this.dims = topics.dims;
    this.ids = Uint32Array.from(order, (i) => topics.ids[i]!);
    this.labels = order.map((i) => topics.labels[i]!);
    this.isConcept = Uint8Array.from(order, (i) => (topics.kinds[i] === 'concept' ? 1 : 0));
    this.passages = Uint32Array.from(order, (i) => topics.passages[i]!);
    this.books = Uint32Array.from(order, (i) => topics.books[i]!);
    this.#vectors = topics.vectors.reordered(order);
    this.#contexts = topics.contexts.reordered(order);
    this.#inverseNorms = Float32Array.from(order, (_, i) => inverseNorm(this.#vectors.row(i)));
  }

  /** Cosine of the labels of two topics. */
  labelCosine(a: number, b: number): number {
    const x = this.#vectors.row(a);
    const y = this.#vectors.row(b);
    let sum = 0;
    for (let d = 0; d < x.length; d++) sum += x[d]! * y[d]!;
    return sum * this.#inverseNorms[a]! * this.#inverseNorms[b]!;
  }

  /** Writes the label's unit vector to `out`. */
  readVector(topic: number, out: Float32Array): void {
    scaleInto(this.#vectors.row(topic), this.#inverseNorms[topic]!, out);
  }

  /** Writes the mean direction of the topic's passages to `out`, zeros if it has none; returns whether it has. */
  readContext(topic: number, out: Float32Array): boolean {
    const row = this.#contexts.row(topic);
    const scale = inverseNorm(row);
    scaleInto(row, scale, out);
    return scale > 0;
  }
}

/** What has come in so far. Add every topic, then make a TopicTable of it. */
export class CollectedTopics {
  readonly ids: number[] = [];
  readonly labels: string[] = [];
  readonly kinds: string[] = [];
  readonly passages: number[] = [];
  readonly books: number[] = [];
  vectors = new PagedRows(0);
  contexts = new PagedRows(0);

  get dims(): number {
    return this.vectors.dims;
  }

  /** @throws RangeError if the vector is missing or has another length than those before */
  add(topic: TopicVector): void {
    if (this.ids.length === 0) {
      this.vectors = new PagedRows(topic.vector.byteLength);
      this.contexts = new PagedRows(topic.vector.byteLength);
    }
    if (topic.vector.byteLength !== this.dims || this.dims === 0) {
      throw new RangeError(
        `Topic ${topic.id} has a vector of ${topic.vector.byteLength} bytes, not ${this.dims}`,
      );
    }
    this.ids.push(topic.id);
    this.labels.push(topic.label);
    this.kinds.push(topic.kind);
    this.passages.push(topic.passages);
    this.books.push(topic.books);
    this.vectors.push(topic.vector);
    this.contexts.push(topic.context);
  }
}

/** int8 rows in pages; a row that is shorter than `dims` is filled with zeros. */
class PagedRows {
  readonly dims: number;
  readonly #pages: Int8Array[] = [];
  #count = 0;

  constructor(dims: number) {
    this.dims = dims;
  }

  push(bytes: Uint8Array): void {
    if (this.#count % PAGE_ROWS === 0) this.#pages.push(new Int8Array(PAGE_ROWS * this.dims));
    this.row(this.#count).set(
      new Int8Array(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, this.dims)),
    );
    this.#count += 1;
  }

  row(index: number): Int8Array {
    const start = (index % PAGE_ROWS) * this.dims;
    return this.#pages[Math.floor(index / PAGE_ROWS)]!.subarray(start, start + this.dims);
  }

  /** The same rows in another order; the object itself where nothing moves. */
  reordered(order: readonly number[]): PagedRows {
    if (order.every((from, to) => from === to)) return this;
    const rows = new PagedRows(this.dims);
    for (const from of order) {
      const row = this.row(from);
      rows.push(new Uint8Array(row.buffer, row.byteOffset, row.byteLength));
    }
    return rows;
  }
}

function inverseNorm(row: Int8Array): number {
  let squares = 0;
  for (let d = 0; d < row.length; d++) squares += row[d]! * row[d]!;
  return squares === 0 ? 0 : 1 / Math.sqrt(squares);
}

function scaleInto(row: Int8Array, scale: number, out: Float32Array): void {
  for (let d = 0; d < row.length; d++) out[d] = row[d]! * scale;
}
