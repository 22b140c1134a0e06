/**
 * In which passages of a book a word stands, and how often: ascending ids as varint gaps (LEB128). The lowest
 * bit of a gap says whether a count follows; most words are in a passage once.
 */

export interface Posting {
  /** Passage id. */
  id: number;
  /** Occurrences of the word, from 1 on. */
  count: number;
}

/** Builds the list of one word; ids must come in ascending order. */
export class PostingListBuilder {
  readonly #bytes: number[] = [];
  #last = 0;

  add(id: number, count: number): void {
    this.#varint((id - this.#last) * 2 + (count > 1 ? 1 : 0));
    if (count > 1) this.#varint(count);
    this.#last = id;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }
}

/** Postings of one word, in two columns that grow as lists are read into them. */
export class Postings {
  ids = new Uint32Array(1_024);
  counts = new Uint16Array(1_024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Appends a list as `PostingListBuilder` made it. */
  read(bytes: Uint8Array): void {
    const end = bytes.length;
    // One posting takes at least one byte.
    this.#reserve(this.length + end);
    const { ids, counts } = this;
    let at = 0;
    let id = 0;
    let length = this.length;
    while (at < end) {
      let byte = bytes[at++]!;
      let value = byte & 127;
      for (let factor = 128; byte > 127; factor *= 128) {
        byte = bytes[at++]!;
        value += (byte & 127) * factor;
      }
      const counted = value & 1;
      id += (value - counted) / 2;
      let count = 1;
      if (counted === 1) {
        byte = bytes[at++]!;
        count = byte & 127;
        for (let factor = 128; byte > 127; factor *= 128) {
          byte = bytes[at++]!;
          count += (byte & 127) * factor;
        }
      }
      ids[length] = id;
      counts[length] = count;
      length += 1;
    }
    this.length = length;
  }

  /** Holds exactly these from now on. */
  fill({ ids, counts }: { ids: Uint32Array; counts: Uint16Array }): void {
    this.clear();
    this.#reserve(ids.length);
    this.ids.set(ids);
    this.counts.set(counts);
    this.length = ids.length;
  }

  /** Appends one posting. */
  add(id: number, count: number): void {
    this.#reserve(this.length + 1);
    this.ids[this.length] = id;
    this.counts[this.length] = count;
    this.length += 1;
  }

  /** Makes one posting of several of the same passage, in ascending ids: the words of a beginning are one term. */
  mergeSame(): void {
    const sums = new Map<number, number>();
    for (let i = 0; i < this.length; i += 1) {
      const id = this.ids[i]!;
      sums.set(id, (sums.get(id) ?? 0) + this.counts[i]!);
    }
    this.clear();
    for (const [id, count] of [...sums].sort((a, b) => a[0] - b[0])) this.add(id, count);
  }

  #reserve(length: number): void {
    if (length <= this.ids.length) return;
    const room = Math.ceil(length * 1.5);
    const ids = new Uint32Array(room);
    ids.set(this.ids);
    this.ids = ids;
    const counts = new Uint16Array(room);
    counts.set(this.counts);
    this.counts = counts;
  }
}
