/** A write session for many books in a row: the counts of topics are made once, at the end. */
import type { QueryName } from '@libtrails/retrieval/store/sqlite/queries/queries';
import type { Bindable } from '@libtrails/retrieval/store/sqlite/statements';
import { WriteSession } from '@libtrails/retrieval/store/sqlite/write/session';

/** Recounting a topic that is in every book, after every book, would take most of the time. */
const RECOUNTS = new Set<QueryName>(['topic-recount', 'name-recount']);

export class DeferredCounts extends WriteSession {
  readonly #waiting = new Map<QueryName, Set<number>>();

  override run(name: QueryName, ...params: Bindable[]): number {
    if (!RECOUNTS.has(name)) return super.run(name, ...params);
    const { id } = params[0] as { id: number };
    const ids = this.#waiting.get(name) ?? new Set();
    this.#waiting.set(name, ids.add(id));
    return 0;
  }

  /** Makes the counts that were put off. */
  recount(): void {
    this.db.transaction(() => {
      for (const [name, ids] of this.#waiting) for (const id of ids) super.run(name, { id });
    })();
    this.#waiting.clear();
  }
}
