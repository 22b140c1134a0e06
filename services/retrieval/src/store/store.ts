/**
 * What use cases know of the store: a few ports, each named for what is asked of it. Whatever may lie behind a network
 * is asynchronous; what a store has seen of its own state (`Changes`) is not. `store/sqlite/` is the store that comes
 * with the product; ADR 13 says what another one must do, and `store/store-contract.test-support.ts` tests it.
 */
import type { Catalogue } from './catalogue.ts';
import type { Changes } from './change.ts';
import type { JobList, SourceList } from './job-list.ts';
import type { Links } from './links.ts';
import type { TextSearch } from './text-search.ts';
import type { VectorSearch } from './vector-search.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Writer } from './writer.ts';

export interface Store extends Changes, Writer {
  readonly catalogue: Catalogue;
  readonly links: Links;
  readonly text: TextSearch;
  readonly vectors: VectorSearch;
  readonly vocabulary: Vocabulary;
  readonly jobs: JobList;
  readonly sources: SourceList;
}
