/** What the store in memory holds, and its commands. Everything is kept plainly and looked through in whole. */
import { OTHER_FORMAT } from '@libtrails/common/book-formats';
import { LibTrailsError } from '@libtrails/common/errors';
import { PROFILE } from '@libtrails/models/profile';
import { admit, type SourceFacts } from './admission.ts';
import type { ChangeListener } from './change.ts';
import type { FinishedBook, FinishedTopic, SourceFile } from './finished-book.ts';
import type { FinishedGrouping, FinishedTheme } from './finished-grouping.ts';
import { isGroupingCurrent } from './grouping-due.ts';
import { type Job, LEASE_MS, type NewJob, type Progress } from './job.ts';
import { authorKey, titleKey } from './sqlite/write/sort-keys.ts';
import type { Answer, Argument, CommandName, Refusal } from './writer.ts';

export interface StoredBook {
  id: number;
  book: FinishedBook;
  sortTitle: string;
  sortAuthor: string;
  vector: Float32Array;
  addedAt: number;
}

export interface StoredPassage {
  id: number;
  bookId: number;
  seq: number;
  chunk: FinishedBook['chunks'][number];
  position: number;
  /** Undefined outside the body. */
  vector: Float32Array | undefined;
  topics: [topic: number, score: number][];
}

export interface StoredTopic extends FinishedTopic {
  id: number;
  /** Undefined for names. */
  vector: Float32Array | undefined;
  mergedInto: number | undefined;
  themeId: number | undefined;
  weight: number;
}

export interface StoredTheme extends FinishedTheme {
  id: number;
  domainId: number;
  vector: Float32Array;
}

interface StoredJob extends Job {
  worker: string;
  leaseUntil: number;
}

const slice = (pile: Float32Array, place: number): Float32Array =>
  pile.subarray(place * PROFILE.dims, (place + 1) * PROFILE.dims);

export class MemoryState {
  readonly books = new Map<number, StoredBook>();
  readonly passages = new Map<number, StoredPassage>();
  readonly topics = new Map<number, StoredTopic>();
  readonly phrases = new Map<number, { id: number; bookId: number; label: string; vector: Float32Array }>();
  readonly themes = new Map<number, StoredTheme>();
  readonly domains = new Map<number, { id: number; label: string }>();
  readonly jobs = new Map<number, StoredJob>();
  readonly sources = new Map<
    string,
    SourceFile & { bookId: number | null; refused?: Omit<Refusal, 'source'> }
  >();
  jobsPaused = false;
  revision = 0;
  generation = 0;
  fingerprint: string | undefined;
  readonly listeners = new Set<ChangeListener>();
  #lastId: number;
  /** Since the last grouping. */
  #changedBooks = 0;
  /** A grouping names topics by 32 bits. */
  #lastTopicId = 0;

  /** Ids of all but topics begin after `lastId`. */
  constructor(lastId = 0) {
    this.#lastId = lastId;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Runs one command; nothing is changed if it throws. */
  async write<N extends CommandName>(name: N, argument: Argument<N>): Promise<Answer<N>> {
    const handlers: { [M in CommandName]: (given: Argument<M>) => Answer<M> } = {
      putBook: (book) => this.#putBook(book),
      deleteBook: (id) => this.#changed(() => this.#deleteBook(id)),
      updateMetadata: ({ source, metadata, catalogue }) => {
        const known = this.sources.get(source.fileName);
        const stored = this.books.get(known?.bookId ?? 0);
        if (known === undefined || stored === undefined) {
          throw new LibTrailsError('not_found', `There is no book of "${source.fileName}"`);
        }
        return this.#changed(() => {
          const { size, modifiedMs } = source;
          this.sources.set(source.fileName, { ...known, size, modifiedMs });
          const language = metadata.language || stored.book.language;
          stored.book = { ...stored.book, ...metadata, language, catalogue };
          stored.sortTitle = titleKey(metadata.title, language, metadata.titleSort);
          stored.sortAuthor = authorKey(metadata.authors, metadata.authorSort);
          return undefined;
        });
      },
      refuseSource: ({ source, ...refused }) =>
        this.#changed(() => {
          const bookId = this.sources.get(source.fileName)?.bookId ?? null;
          this.sources.set(source.fileName, { ...source, bookId, refused });
          return undefined;
        }),
      putGrouping: (grouping) => this.#changed(() => this.#putGrouping(grouping)),
      createJob: (job) => this.#createJob(job),
      leaseJob: ({ worker, kinds }) => this.#leaseJob(worker, kinds),
      reportProgress: (progress) => this.#report(progress),
      retryJob: (id) => Object.assign(this.#job(id), { state: 'queued' as const, message: '' }),
      cancelJob: (id) =>
        Object.assign(this.#job(id), { state: 'failed' as const, message: 'Cancelled.', worker: '' }),
      pauseJobs: () => {
        this.jobsPaused = true;
        return [...this.jobs.values()]
          .filter(({ state }) => state === 'running')
          .map((job) => Object.assign(job, { state: 'queued' as const, worker: '' }));
      },
      resumeJobs: () => {
        this.jobsPaused = false;
        return undefined;
      },
      expireJobs: () =>
        [...this.jobs.values()]
          .filter(({ state, leaseUntil }) => state === 'running' && leaseUntil < Date.now())
          .map((job) => Object.assign(job, { state: 'queued' as const, worker: '' })),
      optimise: () => undefined,
    };
    return handlers[name](argument);
  }

  factsOf(fileName: string, contentHash: string): SourceFacts {
    const known = this.sources.get(fileName);
    const same = [...this.sources.values()].find(
      (other) => other.contentHash === contentHash && other.fileName !== fileName && other.bookId !== null,
    );
    return {
      source: known && { ...known, refusedCode: known.refused?.code ?? null },
      sameContent: same?.fileName,
    };
  }

  #changed<T>(work: () => T): T {
    const value = work();
    this.revision += 1;
    const none = { chunks: [], topics: [], phrases: [], books: [], themes: [] };
    const change = { revision: this.revision, generation: this.generation, removed: none, added: none };
    for (const listener of this.listeners) listener(change);
    return value;
  }

  #putBook(book: FinishedBook): Answer<'putBook'> {
    const { source, fingerprint } = book;
    const facts = this.factsOf(source.fileName, source.contentHash);
    const taken =
      facts.source?.bookId == null
        ? this.factsOf(book.takesOver ?? '', source.contentHash).source
        : undefined;
    const admission = admit(source, fingerprint, {
      fingerprint: this.fingerprint,
      ...facts,
      source: taken?.bookId == null ? facts.source : taken,
    });
    if (admission.outcome === 'unchanged') return { ...admission, groupingCurrent: true };
    return this.#changed(() => {
      const bookId = admission.outcome === 'replaced' ? admission.bookId : this.#nextId();
      if (admission.outcome === 'replaced') this.#clear(bookId);
      if (taken?.bookId != null) {
        const refused = { code: OTHER_FORMAT, reason: '' };
        this.sources.set(taken.fileName, { ...this.sources.get(taken.fileName)!, bookId: null, refused });
      }
      this.fingerprint ??= fingerprint;
      this.books.set(bookId, {
        ...{ id: bookId, book, sortTitle: titleKey(book.title), sortAuthor: authorKey(book.authors) },
        ...{ vector: book.bookVector, addedAt: Math.floor(Date.now() / 1_000) },
      });
      this.sources.set(source.fileName, { ...source, bookId });
      this.#addParts(bookId, book);
      return { bookId, outcome: admission.outcome, groupingCurrent: this.#countChanged() };
    });
  }

  #countChanged(): boolean {
    this.#changedBooks += 1;
    const { generation } = this;
    return isGroupingCurrent({ generation, changed: this.#changedBooks, books: this.books.size });
  }

  #addParts(bookId: number, book: FinishedBook): void {
    let labelled = 0;
    const topicIds = book.topics.map((topic) => {
      const vector = topic.kind === 'name' ? undefined : slice(book.topicVectors, labelled++);
      const known = [...this.topics.values()].find(
        (other) => other.kind === topic.kind && other.key === topic.key,
      );
      if (known !== undefined) return known.id;
      this.#lastTopicId += 1;
      const id = this.#lastTopicId;
      this.topics.set(id, { ...topic, id, vector, mergedInto: undefined, themeId: undefined, weight: 0 });
      return id;
    });
    let searchable = 0;
    let words = 0;
    for (const [seq, chunk] of book.chunks.entries()) {
      const id = this.#nextId();
      const vector = chunk.searchable ? slice(book.chunkVectors, searchable++) : undefined;
      const topics = chunk.topics.map(([place, score]): [number, number] => [topicIds[place]!, score]);
      const position = book.words === 0 ? 0 : words / book.words;
      this.passages.set(id, { id, bookId, seq, chunk, position, vector, topics });
      if (chunk.searchable) words += chunk.words;
    }
    for (const [place, { label }] of book.phrases.entries()) {
      const id = this.#nextId();
      this.phrases.set(id, { id, bookId, label, vector: slice(book.phraseVectors, place) });
    }
  }

  #clear(bookId: number): void {
    for (const kept of [this.passages, this.phrases]) {
      for (const { id, bookId: owner } of kept.values()) if (owner === bookId) kept.delete(id);
    }
    const carried = new Set([...this.passages.values()].flatMap(({ topics }) => topics.map(([id]) => id)));
    for (const { id, kind } of this.topics.values())
      if (kind !== 'name' && !carried.has(id)) this.topics.delete(id);
  }

  #deleteBook(id: number): undefined {
    const known = this.books.get(id);
    if (known === undefined) throw new LibTrailsError('not_found', `There is no book ${id}`);
    this.#clear(id);
    this.books.delete(id);
    this.sources.delete(known.book.source.fileName);
    if (this.books.size === 0) this.fingerprint = undefined;
  }

  #putGrouping({ domains, themes, merges, centroids }: FinishedGrouping): Answer<'putGrouping'> {
    this.generation += 1;
    this.#changedBooks = 0;
    this.themes.clear();
    this.domains.clear();
    for (const topic of this.topics.values())
      Object.assign(topic, { mergedInto: undefined, themeId: undefined });
    const domainIds = domains.map((label) => {
      const id = this.#nextId();
      this.domains.set(id, { id, label });
      return id;
    });
    for (const [place, theme] of themes.entries()) {
      const id = this.#nextId();
      this.themes.set(id, {
        ...theme,
        id,
        domainId: domainIds[theme.domain]!,
        vector: slice(centroids, place),
      });
      for (const [i, topic] of theme.members.topics.entries()) {
        const member = this.topics.get(topic);
        if (member !== undefined) Object.assign(member, { themeId: id, weight: theme.members.weights[i] });
      }
    }
    for (let i = 0; i < merges.length; i += 2) {
      const merged = this.topics.get(merges[i]!);
      if (merged !== undefined && this.topics.has(merges[i + 1]!)) merged.mergedInto = merges[i + 1]!;
    }
    return { generation: this.generation };
  }

  #job(id: number): StoredJob {
    const job = this.jobs.get(id);
    if (job === undefined) throw new LibTrailsError('not_found', `There is no job ${id}`);
    return job;
  }

  #createJob({ kind, title, fileName, worker: wanted }: NewJob): Job {
    const worker = this.jobsPaused ? '' : wanted;
    const id = this.#nextId();
    const job: StoredJob = {
      ...{ id, kind, title, fileName, worker, stage: '', done: 0, total: 0, words: 0, message: '' },
      ...{ state: worker === '' ? 'queued' : 'running', updatedAt: 0, leaseUntil: Date.now() + LEASE_MS },
    };
    this.jobs.set(id, job);
    return job;
  }

  #leaseJob(worker: string, kinds: readonly string[]): Job | undefined {
    if (this.jobsPaused) return undefined;
    const next = [...this.jobs.values()].find((job) => job.state === 'queued' && kinds.includes(job.kind));
    return (
      next && Object.assign(next, { worker, state: 'running' as const, leaseUntil: Date.now() + LEASE_MS })
    );
  }

  #report({ jobId, worker, state = undefined, ...progress }: Progress): Job {
    const job = this.#job(jobId);
    if (job.worker !== worker) {
      throw new LibTrailsError('failed_precondition', `Job ${jobId} is not held by "${worker}"`);
    }
    return Object.assign(job, progress, {
      state: state ?? 'running',
      worker: state === undefined ? worker : '',
    });
  }
}
