/** A second store, in memory: it shows that the ports are all that use cases need. For tests. */

import { memoryCatalogue } from './memory-catalogue.test-support.ts';
import { memoryLinks } from './memory-links.test-support.ts';
import { MemoryReader } from './memory-reader.test-support.ts';
import { memoryTextSearch, memoryVectorSearch } from './memory-search.test-support.ts';
import { MemoryState } from './memory-state.test-support.ts';
import { memoryVocabulary } from './memory-vocabulary.test-support.ts';
import type { Store } from './store.ts';

/** Ids of all but topics begin after `lastId`. */
export function memoryStore(lastId = 0): Store {
  const state = new MemoryState(lastId);
  const reader = new MemoryReader(state);
  const filesOf = (states: readonly string[]) =>
    [...state.jobs.values()]
      .filter((job) => job.fileName !== '' && states.includes(job.state))
      .map(({ fileName }) => fileName);
  return {
    revision: () => state.revision,
    generation: () => state.generation,
    fingerprint: () => state.fingerprint,
    onChange(listener) {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    write: (name, argument) => state.write(name, argument),
    catalogue: memoryCatalogue(reader),
    links: memoryLinks(reader),
    text: memoryTextSearch(state),
    vectors: memoryVectorSearch(state),
    vocabulary: memoryVocabulary(reader),
    jobs: {
      jobs: async (limit) => [...state.jobs.values()].slice(0, limit),
      arePaused: async () => state.jobsPaused,
      isWaiting: async (kinds) =>
        !state.jobsPaused &&
        [...state.jobs.values()].some((job) => job.state === 'queued' && kinds.includes(job.kind)),
      isExpired: async (now) =>
        [...state.jobs.values()].some((job) => job.state === 'running' && job.leaseUntil < now),
      async upload(id) {
        const job = state.jobs.get(id);
        return job === undefined || job.fileName === '' ? undefined : job;
      },
      uploads: async (kept) => ({
        waiting: filesOf(['queued', 'running']),
        kept: filesOf(['failed']).slice(-kept),
        ended: filesOf(['done', 'failed']),
      }),
    },
    sources: {
      sources: async () =>
        [...state.sources.values()]
          .map(({ bookId, refused, ...source }) => ({
            ...source,
            bookId: bookId ?? 0,
            refusedCode: refused?.code ?? '',
            catalogueVersion: state.books.get(bookId ?? 0)?.book.catalogue?.version ?? '',
          }))
          .sort((a, b) => (a.fileName < b.fileName ? -1 : 1)),
      facts: async (fileName, contentHash) => state.factsOf(fileName, contentHash),
      highestTopicId: async () => Math.max(0, ...state.topics.keys()),
      async *topicVectors() {
        yield reader.topicVectors();
      },
    },
  };
}
