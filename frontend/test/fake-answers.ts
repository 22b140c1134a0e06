/** Answers of the invented library, by method name of the contract. */
import type { SearchAnswer } from '../lib/model.ts';
import {
  bookCounts,
  books,
  domains,
  entries,
  passages,
  themePassages,
  themes,
  themeTopics,
  topicPassages,
  topics,
} from './fake-library.ts';
import { type FakeSearch, highlight, search } from './fake-search.ts';
import { fakeSignals, fakeStates } from './fake-signals.ts';

export type FakeState = 'ready' | 'empty' | 'degraded' | 'indexing';

export class NotFound extends Error {}

type Request = Record<string, number & string>;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotFound(`There is no such ${what}`);
  return value;
}

export function searchFor(state: FakeState, request: Omit<FakeSearch, 'degraded'>): SearchAnswer {
  const answer = search({ ...request, degraded: state === 'degraded' });
  return state === 'empty' ? { ...answer, total: 0, relevant: false, results: [] } : answer;
}

export function browse(state: FakeState, method: string, request: Request): unknown {
  const empty = state === 'empty';
  const bookId = Number(request.bookId ?? 0);
  const book = (id: number) => (empty ? undefined : entries[id - 1]);
  switch (method) {
    case 'ListBooks':
      return {
        books: empty ? [] : books,
        nextCursor: '',
        total: empty ? 0 : books.length,
        pages: 1,
        facets: null,
      };
    case 'GetBook':
      return found(book(bookId), 'book').detail;
    case 'Related':
      return relatedTo(bookId, Number(request.limit) || 12);
    case 'GetSection': {
      const entry = found(book(bookId), 'book');
      const index = Number(request.index ?? 0);
      const section = found(entry.sections[index], 'section');
      return {
        book: entry.book,
        section: section.ref,
        blocks: section.blocks,
        passages: section.passages.map((p) => ({ ...p, text: '' })),
        previous: entry.sections[index - 1]?.ref ?? null,
        next: entry.sections[index + 1]?.ref ?? null,
        pages: [{ label: String(index + 12), at: 0 }],
      };
    }
    case 'GetPassage':
      return passageContext(Number(request.passageId), Number(request.around ?? 0), request.query ?? '');
    case 'GetTopic': {
      const id = Number(request.topicId);
      const list = topicPassages[id - 1] ?? [];
      return {
        topic: found(topics[id - 1], 'topic'),
        variants: ['being alone', 'the solitary life'].slice(0, id === 1 ? 2 : 0),
        theme: themes.find((_, i) => themeTopics[i]?.some((t) => t.id === id)) ?? null,
        passages: list.map((passage) => ({ book: books[passage.bookId - 1], passage })),
        books: bookCounts(list),
        related: topics
          .filter((t) => t.id !== id && topicPassages[t.id - 1]?.some((p) => list.includes(p)))
          .slice(0, 8),
      };
    }
    case 'ListThemes': {
      const query = String(request.query ?? '').toLowerCase();
      const list = themes.filter(
        (t) =>
          (!request.domainId || t.domain?.id === Number(request.domainId)) &&
          `${t.label} ${t.subtitle}`.toLowerCase().includes(query),
      );
      return {
        themes: empty ? [] : list.slice(0, Number(request.limit) || 48),
        nextCursor: '',
        total: empty ? 0 : list.length,
        pages: 1,
        domains: [],
        cards: [],
      };
    }
    case 'GetTheme': {
      const id = Number(request.themeId);
      const list = themePassages[id - 1] ?? [];
      return {
        theme: found(themes[id - 1], 'theme'),
        topics: themeTopics[id - 1],
        books: bookCounts(list),
        passages: list.slice(0, 5).map((passage) => ({ book: books[passage.bookId - 1], passage })),
        neighbours: themes.filter((t) => t.id !== id).slice(0, 4),
        near: themes
          .filter((t) => t.id !== id)
          .slice(0, 4)
          .map((theme, i) => ({ theme, distance: 0.2 + i / 10 })),
      };
    }
    case 'ListSignals':
      return { signals: fakeSignals };
    case 'ListDomains':
      return { domains: empty ? [] : domains };
    case 'GetDomain': {
      const id = Number(request.domainId);
      const own = themes.filter((t) => t.domain?.id === id);
      return {
        domain: found(domains[id - 1], 'domain'),
        themes: own,
        books: bookCounts(own.flatMap((t) => themePassages[t.id - 1] ?? [])),
        distinct: [],
      };
    }
    case 'Universe':
      return { generation: 4, points: [], domains: domains.map(({ id, label }) => ({ id, label })) };
    case 'Status':
      return libraryStatus(state);
    default:
      return {};
  }
}

function passageContext(id: number, around: number, query: string): unknown {
  const index = passages.findIndex((p) => p.id === id);
  const passage = found(passages[index], 'passage');
  const entry = entries[passage.bookId - 1];
  const section = entry?.sections[passage.section?.index ?? 0];
  const same = passages.filter((p) => p.bookId === passage.bookId);
  const at = same.indexOf(passage);
  return {
    book: entry?.book,
    passage: { ...passage, highlights: highlight(passage.text, query) },
    blocks: section?.blocks.filter((b) => b.start >= passage.start && b.start < passage.end),
    before: same.slice(Math.max(0, at - around), at),
    after: same.slice(at + 1, at + 1 + around),
    topics: topics.filter((t) => topicPassages[t.id - 1]?.includes(passage)),
  };
}

function relatedTo(bookId: number, limit: number): unknown {
  const entry = found(entries[bookId - 1], 'book');
  const others = entries.filter((e) => e !== entry);
  const scored = others.map((other) => ({
    other,
    shared: other.detail.topics.filter((t) => entry.detail.topics.some((own) => own.id === t.id)),
  }));
  scored.sort((a, b) => b.shared.length - a.shared.length);
  return {
    tookMs: { total: 12, embed: 0, signals: {}, fuse: 0.1 },
    signals: fakeStates(['fts_books', 'vec_phrases', 'vec_books']),
    degraded: false,
    degradedReasons: [],
    results: scored.slice(0, limit).map(({ other, shared }, i) => ({
      rank: i + 1,
      score: 0.03,
      book: other.book,
      sharedTopics: shared,
      reason:
        shared.length > 0
          ? `both speak of ${shared.map((t) => t.label).join(', ')}`
          : 'as wholes they are close in meaning',
      signals: [
        {
          name: 'vec_books',
          because: 'the two books are close as wholes',
          rank: i + 1,
          raw: 0.81 - i / 50,
          share: 0.6,
          matched: other.book.title,
          matchedKind: 'book',
          matchedId: other.book.id,
          rankWithout: i + 1,
        },
        {
          name: 'vec_phrases',
          because: 'their phrases are close',
          rank: i + 2,
          raw: 0.77 - i / 50,
          share: 0.4,
          matched: other.detail.phrases[0] ?? '',
          matchedKind: 'phrase',
          matchedId: 0,
          rankWithout: i + 1,
        },
      ],
    })),
  };
}

function libraryStatus(state: FakeState): unknown {
  const empty = state === 'empty';
  const now = Math.floor(Date.now() / 1000);
  return {
    version: '0.1.0',
    state: state === 'degraded' ? 'ready' : state,
    counts: empty
      ? {
          books: 0,
          sections: 0,
          passages: 0,
          topics: 0,
          names: 0,
          phrases: 0,
          themes: 0,
          domains: 0,
          words: 0,
        }
      : {
          books: books.length,
          sections: 19,
          passages: passages.length,
          topics: topics.length,
          names: 3,
          phrases: 38,
          themes: themes.length,
          domains: domains.length,
          words: 1_284_031,
        },
    fingerprint: empty ? '' : 'bge-small-en-v1.5/int8/cls/c2',
    embedding: {
      state: state === 'degraded' ? 'down' : 'up',
      message: state === 'degraded' ? 'no answer' : '',
      fingerprint: 'bge-small-en-v1.5/int8/cls/c2',
      backend: 'onnx',
    },
    jobs:
      state === 'indexing'
        ? [
            {
              id: 3,
              kind: 'folder',
              state: 'running',
              title: 'books',
              stage: 'embed',
              done: 12,
              total: 40,
              words: 812_000,
              message: '',
              updatedAt: now,
              retryable: false,
            },
            {
              id: 4,
              kind: 'group',
              state: 'queued',
              title: 'Themes and domains',
              stage: '',
              done: 0,
              total: 0,
              words: 0,
              message: '',
              updatedAt: now,
              retryable: false,
            },
          ]
        : [
            {
              id: 2,
              kind: 'group',
              state: 'done',
              title: 'Themes and domains',
              stage: '',
              done: 9,
              total: 9,
              words: 0,
              message: '',
              updatedAt: now - 600,
              retryable: false,
            },
          ],
    skipped: empty
      ? []
      : [
          {
            fileName: 'lost+found',
            code: 'unreadable',
            reason: 'It may not be read. Give the indexer the right to read it.',
          },
        ],
    skippedTotal: empty ? 0 : 1,
    indexingPaused: false,
    refused: empty
      ? []
      : [
          {
            fileName: 'holiday-plans.epub',
            code: 'encrypted',
            reason: 'The file is protected by DRM and cannot be read.',
          },
        ],
    libraryBytes: 41_200_000,
    uptimeSeconds: 8_123,
    memoryBytes: 118_000_000,
    generation: 4,
    revision: 7,
    latencies: [],
    memoryLimitBytes: 0,
    vectorBytes: 2_500_000,
  };
}
