/** A toy ranking over the invented books: plausible traces, no claim to relevance. Deterministic. */
import type { Passage, Range, Result, SearchAnswer, SignalTrace } from '../lib/model.ts';
import type { Mode, Scope } from '../lib/search/search-url.ts';
import {
  books,
  domains,
  entries,
  passages,
  themePassages,
  themes,
  topicPassages,
  topics,
} from './fake-library.ts';
import { fakeSignals, fakeStates } from './fake-signals.ts';

const RRF_K = 60;
/** What the toy "means" by a word, so that a query without literal hits finds something too. */
const NEAR: Record<string, string[]> = {
  lonely: ['alone', 'solitude'],
  loneliness: ['alone', 'solitude', 'loneliness'],
  sea: ['boat', 'oars', 'vessel'],
  dystopia: ['window', 'tower', 'counted'],
  food: ['stock', 'bread', 'kitchen'],
  ai: ['machine', 'engine'],
};

function words(query: string): string[] {
  return query.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

export function highlight(text: string, query: string): Range[] {
  const stems = words(query).map((w) => w.slice(0, Math.max(4, w.length - 2)));
  if (stems.length === 0) return [];
  const pattern = new RegExp(`(?<!\\p{L})(?:${stems.join('|')})\\p{L}*`, 'giu');
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

function score(text: string, query: string, meaning: boolean): number {
  const lower = text.toLowerCase();
  const terms = words(query)
    .flatMap((w) => (meaning ? [w, ...(NEAR[w] ?? [])] : [w]))
    .filter((w) => w.length > 2);
  return terms.reduce((sum, term) => sum + (lower.split(term.slice(0, 5)).length - 1), 0);
}

interface Candidate {
  result: Omit<Result, 'rank' | 'score' | 'signals'>;
  /** Text that each signal reads. */
  texts: Record<string, string>;
  id: number;
  matched: string;
}

const NOTHING = {
  book: null,
  passage: null,
  topic: null,
  theme: null,
  domain: null,
  relevance: 'weak' as const,
  also: [],
  alsoTotal: 0,
};

function bestPassage(list: readonly Passage[], query: string): Passage | null {
  const ranked = list
    .map((p) => ({ p, s: score(p.text, query, true) }))
    .sort((a, b) => b.s - a.s || a.p.id - b.p.id);
  const best = ranked[0]?.p;
  return best ? { ...best, highlights: highlight(best.text, query) } : null;
}

function candidates(scope: Scope, query: string, bookId: number): Candidate[] {
  if (scope === 'books') {
    return entries.map((e) => {
      const own = e.sections.flatMap((s) => s.passages);
      const body = own.map((p) => p.text).join(' ');
      const labels = e.detail.topics.map((t) => t.label).join(' ');
      const about = `${e.book.title} ${e.detail.description}`;
      return {
        id: e.book.id,
        matched: e.detail.topics[0]?.label ?? e.book.title,
        result: { ...NOTHING, book: e.book, passage: bestPassage(own, query) },
        texts: {
          fts_books: about,
          fts_topics: labels,
          fts_chunks: body,
          vec_topics: labels,
          vec_phrases: e.detail.phrases.join(' '),
          vec_books: about,
          vec_chunks: body,
        },
      };
    });
  }
  if (scope === 'passages') {
    return passages
      .filter((p) => bookId === 0 || p.bookId === bookId)
      .map((p) => ({
        id: p.id,
        matched: p.text.slice(0, 60),
        result: {
          ...NOTHING,
          book: books[p.bookId - 1] ?? null,
          passage: { ...p, highlights: highlight(p.text, query) },
        },
        texts: { fts_chunks: p.text, vec_chunks: p.text },
      }));
  }
  const named = (
    list: readonly { id: number; label: string }[],
    key: 'topic' | 'theme' | 'domain',
    body: (i: number) => string,
  ) =>
    list.map((item, i) => ({
      id: item.id,
      matched: item.label,
      result: { ...NOTHING, [key]: item } as Candidate['result'],
      texts: { fts_topics: item.label, vec_topics: `${item.label} ${body(i)}` },
    }));
  const textOf = (list: readonly Passage[] | undefined) => (list ?? []).map((p) => p.text).join(' ');
  if (scope === 'topics') return named(topics, 'topic', (i) => textOf(topicPassages[i]));
  if (scope === 'themes') return named(themes, 'theme', (i) => textOf(themePassages[i]));
  return named(domains, 'domain', (i) =>
    themes
      .filter((t) => t.domain?.id === i + 1)
      .map((t) => textOf(themePassages[t.id - 1]))
      .join(' '),
  );
}

export interface FakeSearch {
  query: string;
  scope: Scope;
  mode: Mode;
  limit: number;
  offset: number;
  bookId: number;
  degraded: boolean;
}

export function search(request: FakeSearch): SearchAnswer {
  const { query, scope, mode, limit, offset, bookId, degraded } = request;
  const all = candidates(scope, query, bookId);
  const usable = fakeSignals.filter(
    ({ family }) => (mode === 'hybrid' || family === mode) && !(degraded && family === 'semantic'),
  );
  const found = new Map<Candidate, SignalTrace[]>();
  const took: Record<string, number> = {};
  for (const [s, { name, family, kind, because }] of usable.entries()) {
    if (!(name in (all[0]?.texts ?? {}))) continue;
    took[name] = 1.5 + s;
    const meaning = family === 'semantic';
    const ranked = all
      .map((c) => ({ c, raw: score(c.texts[name] ?? '', query, meaning) }))
      .filter((r) => r.raw > 0)
      .sort((a, b) => b.raw - a.raw || ((a.c.id * (s + 3)) % 11) - ((b.c.id * (s + 3)) % 11));
    for (const [rank, { c, raw }] of ranked.entries()) {
      const trace: SignalTrace = {
        name,
        rank: rank + 1,
        raw: meaning ? 0.55 + Math.min(0.35, raw / 20) : raw * 3.21,
        share: 0,
        rankWithout: rank + 2,
        matched:
          kind === 'passage'
            ? (c.result.passage?.text.slice(0, 80) ?? c.matched)
            : kind === 'book'
              ? (c.result.book?.title ?? c.matched)
              : c.matched,
        because,
        matchedKind: kind,
        matchedId: kind === 'passage' ? (c.result.passage?.id ?? 0) : c.id,
      };
      found.set(c, [...(found.get(c) ?? []), trace]);
    }
  }
  const fused = [...found].map(([c, traces]) => {
    const total = traces.reduce((sum, t) => sum + 1 / (RRF_K + t.rank), 0);
    const signals = traces
      .map((t) => ({ ...t, share: 1 / (RRF_K + t.rank) / total }))
      .sort((a, b) => b.share - a.share);
    return { c, total, signals };
  });
  fused.sort((a, b) => b.total - a.total || a.c.id - b.c.id);
  const meaning = fakeSignals.filter(({ family }) => family === 'semantic').map(({ name }) => name);
  return {
    query,
    scope: scope.toUpperCase() as SearchAnswer['scope'],
    mode: mode.toUpperCase() as SearchAnswer['mode'],
    total: fused.length,
    totalExact: true,
    counts: [],
    facets: null,
    suggestions: [],
    searchedFor: '',
    narrowedTo: [],
    leftOut: [],
    without: [],
    foundInside: [],
    answeringPassage: 0,
    topics: [],
    themes: [],
    domains: [],
    index: { revision: 7, generation: 1 },
    degradations: degraded
      ? [
          {
            code: 'embedding_unavailable',
            message: 'The embedding service does not answer.',
            signals: meaning,
          },
        ]
      : [],
    relevant: fused.length > 0,
    degraded,
    degradedReasons: degraded ? ['The embedding service does not answer.'] : [],
    signals: fakeStates(Object.keys(took), degraded ? meaning : []),
    tookMs: { total: 38.4, embed: degraded ? 0 : 11.8, signals: took, fuse: 0.2 },
    results: fused.slice(offset, offset + limit).map(({ c, total, signals }, i) => ({
      ...c.result,
      rank: offset + i + 1,
      score: total,
      relevance: i === 0 ? 'strong' : 'fair',
      signals,
    })),
  };
}
