/** Examples for the OpenAPI document, from the recorded answers of the starter shelf. */
import { listSignals, signalStates } from '../../services/retrieval/src/search/signal-list.ts';
import { SIGNALS } from '../../services/retrieval/src/signals/all-signals.ts';
import { readRecorded } from '../../test/suites/contract/recorded/record.ts';

/** Recorded path that shows an operation best. */
const SHOWN: Readonly<Record<string, string>> = {
  search: '/search?q=bread&signals=fts_chunks,vec_chunks&limit=1&explain=1',
  searchBook: '/books/2/passages?q=soup&limit=2',
  suggest: '/suggest?q=bre&limit=3',
  related: '/books/1/related?limit=2',
  trail: '/trail?from=bread&to=stars&steps=5',
  listBooks: '/books?limit=2&page=3&sort=author',
  getBook: '/books/1',
  getJourney: '/books/1/journey',
  resolvePlace: '/books/1/place?section=1&start=0&end=20&quote=the',
  getSection: '/books/1/sections/1',
  getPassage: '/passages/10?around=1&q=the+work',
  relatedPassages: '/passages/10/related?limit=2',
  getTopic: '/topics/1?limit=2',
  listThemes: '/themes?limit=2&sort=label',
  getTheme: '/themes/1',
  listDomains: '/domains',
  getDomain: '/domains/1',
  universe: '/universe',
  listJobs: '/jobs',
  getSession: '/session',
  status: '/status',
};
/** UTF-16 units kept of a long text, and significant digits of a number. */
const SHOWN_TEXT = 120;
const SHOWN_DIGITS = 4;

/** Bodies by operation, with lists of one entry and short texts. */
export function recordedExamples(): Record<string, unknown> {
  const { http } = readRecorded();
  const recorded = Object.fromEntries(
    Object.entries(SHOWN).map(([operation, path]) => {
      const call = http.find((exchange) => exchange.path === path);
      if (call === undefined) throw new Error(`${path} is not recorded`);
      return [operation, short(withNewFields(call.body))];
    }),
  );
  return { ...recorded, listSignals: short(listSignals()) };
}

/** The body with the fields that the contract has got since it was recorded. */
function withNewFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewFields);
  if (value === null || typeof value !== 'object') return value;
  const body = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNewFields(part)]));
  if ('matchedKind' in body) {
    const signal = SIGNALS.find(({ name }) => name === body.name);
    return { ...body, because: signal?.because(String(body.matched)) };
  }
  if ('coverColor' in body) return { ...body, subtitle: '' };
  if ('themeShares' in body) {
    const catalogueLink = 'calibre://show-book/Books/7';
    return { ...body, otherFiles: ['the-recipe-tin.pdf'], catalogueLink, rating: 4.5 };
  }
  if ('opening' in body) return { ...body, pages: [], page: '' };
  if ('blocks' in body && 'passages' in body) return { ...body, pages: [] };
  if ('quote' in body && 'step' in body) return { ...body, page: '' };
  if ('sharedTopics' in body && 'reason' in body)
    return { ...body, reason: 'both speak of soups and stocks, beans' };
  if ('p50Ms' in body) return { ...body, label: '' };
  if ('jobs' in body)
    return { ...body, ...('counts' in body ? { indexingPaused: false } : { paused: false }) };
  if ('results' in body && 'tookMs' in body) {
    const searched = 'suggestions' in body ? { searchedFor: '', answeringPassage: 0 } : {};
    return { ...body, signals: signalStates(SIGNALS, new Set(SIGNALS)), ...searched };
  }
  return body;
}

function short(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isRange = value.every((part) => typeof part === 'number');
    return (isRange ? value : value.slice(0, 1)).map(short);
  }
  if (typeof value === 'string') return value.length > SHOWN_TEXT ? `${value.slice(0, SHOWN_TEXT)}…` : value;
  if (typeof value === 'number')
    return Number.isInteger(value) ? value : Number(value.toPrecision(SHOWN_DIGITS));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, short(part)]));
}
