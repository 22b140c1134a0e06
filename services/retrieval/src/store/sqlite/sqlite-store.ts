/** The store that comes with the product: one SQLite file, read and searched in this process. */
import type { Store } from '../store.ts';
import type { Library } from './library.ts';
import { jobListOf, sourceListOf } from './reading/jobs-and-sources.ts';
import { linksOf } from './reading/links.ts';
import { catalogueOf } from './reading/sqlite-catalogue.ts';
import { vocabularyOf } from './reading/topic-page.ts';
import { sqliteTextSearch } from './search/sqlite-text-search.ts';
import { sqliteVectorSearch } from './search/sqlite-vector-search.ts';
import { VectorMirrors } from './vectors/mirrors.ts';

export interface SqliteStore extends Store {
  /** The file beneath, for the upkeep and for tests. */
  readonly library: Library;
  /** The vectors in memory. */
  readonly mirrors: VectorMirrors;
}

/** Serves an open library; reads the length of every passage, and its vectors unless they are `mirrors`. */
export function sqliteStore(
  library: Library,
  mirrors: VectorMirrors = new VectorMirrors(library),
): SqliteStore {
  const text = sqliteTextSearch(library, mirrors);
  return {
    library,
    mirrors,
    revision: library.revision,
    generation: library.generation,
    fingerprint: library.fingerprint,
    onChange: library.onChange,
    write: library.write,
    catalogue: catalogueOf(library),
    links: linksOf(library, mirrors),
    text,
    vectors: sqliteVectorSearch(library, mirrors),
    vocabulary: vocabularyOf(library, text),
    jobs: jobListOf(library),
    sources: sourceListOf(library, mirrors),
  };
}
