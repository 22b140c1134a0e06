/** Which id is in which row, and what it belongs to: the part that all forms of vector tables share. */

/** Share of its size by which a full table grows. */
export const GROWTH = 1 / 8;

export class RowIndex {
  #size = 0;
  #ids = new Uint32Array(0);
  #owners = new Uint32Array(0);
  /** Row of each id, -1 where there is none; ids are SQLite rowids, dense enough for an array. */
  #rowOf = new Int32Array(0);

  get size(): number {
    return this.#size;
  }

  get ids(): Uint32Array {
    return this.#ids.subarray(0, this.#size);
  }

  get owners(): Uint32Array {
    return this.#owners.subarray(0, this.#size);
  }

  get bytes(): number {
    return this.#ids.byteLength * 2 + this.#rowOf.byteLength;
  }

  rowOf(id: number): number | undefined {
    const row = this.#rowOf[id];
    return row === undefined || row < 0 ? undefined : row;
  }

  ownerOf(id: number): number | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.#owners[row];
  }

  setOwner(id: number, owner: number): void {
    const row = this.rowOf(id);
    if (row !== undefined) this.#owners[row] = owner;
  }

  /** The row of `id`, a new one at the end if it has none. The caller has reserved the room. */
  place(id: number, owner: number): number {
    let row = this.rowOf(id);
    if (row === undefined) {
      row = this.#size;
      this.#size += 1;
      this.#ids[row] = id;
      this.#setRowOf(id, row);
    }
    this.#owners[row] = owner;
    return row;
  }

  /** Takes ids out. The last row moves into each gap: `move(from, to)` is told to move what else it holds. */
  remove(ids: Iterable<number>, move: (from: number, to: number) => void): void {
    for (const id of ids) {
      const row = this.rowOf(id);
      if (row === undefined) continue;
      const last = this.#size - 1;
      if (row !== last) {
        move(last, row);
        this.#ids[row] = this.#ids[last]!;
        this.#owners[row] = this.#owners[last]!;
        this.#rowOf[this.#ids[row]!] = row;
      }
      this.#rowOf[id] = -1;
      this.#size = last;
    }
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.#ids.length) return;
    const ids = new Uint32Array(rows);
    ids.set(this.ids);
    const owners = new Uint32Array(rows);
    owners.set(this.owners);
    this.#ids = ids;
    this.#owners = owners;
  }

  #setRowOf(id: number, row: number): void {
    if (id >= this.#rowOf.length) {
      const length = Math.max(id + 1, Math.ceil(this.#rowOf.length * (1 + GROWTH)) + 64);
      const grown = new Int32Array(length).fill(-1);
      grown.set(this.#rowOf);
      this.#rowOf = grown;
    }
    this.#rowOf[id] = row;
  }
}
