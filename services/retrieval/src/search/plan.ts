/** The first step of a search: what to look for, with which signals, in which scopes. Pure. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { EmbedKind } from '../signals/embedding-port.ts';
import { SCOPES, type Scope, type Signal } from '../signals/signal.ts';
import { parseTypedQuery, type TypedQuery } from './query-grammar.ts';
import { isReadable } from './scripts.ts';
import type { SearchInput } from './search-input.ts';
import { signalsFor } from './signal-run.ts';

export interface SearchPlan {
  input: SearchInput;
  /** The query without spaces that mean nothing, parsed. */
  typed: TypedQuery;
  /** The scope of the results: books where everything is asked for. */
  main: Scope;
  /** The main one first, then those that are only counted or shown beside it. */
  scopes: readonly { scope: Scope; signals: readonly Signal[] }[];
  /** True if every scope is searched. */
  all: boolean;
  /** Kinds of query vectors that the signals need. */
  kinds: readonly EmbedKind[];
}

/** @throws LibTrailsError invalid_argument if no named signal speaks for the scope and mode */
export function planSearch(input: SearchInput): SearchPlan {
  const { mode, signals } = input;
  const main: Scope = input.scope === 'everything' ? 'books' : input.scope;
  if (signalsFor(mode, main, signals).length === 0) {
    throw new LibTrailsError(
      'invalid_argument',
      `None of the signals ${signals?.join(', ')} answers scope "${input.scope}" in mode "${mode}".`,
    );
  }
  const all = input.scope === 'everything' || input.counts === true;
  const wanted = all ? [main, ...SCOPES.filter((scope) => scope !== main)] : [main];
  const query = input.query.replaceAll(/\s+/gu, ' ').trim();
  const typed = parseTypedQuery(query, input.bookId !== undefined);
  const readable = isReadable(typed.text);
  const scopes = wanted.map((scope) => ({
    scope,
    signals: believed(signalsFor(mode, scope, signals), readable),
  }));
  const vectors = scopes.flatMap((one) => one.signals.flatMap(({ vector }) => vector ?? []));
  return {
    input,
    typed,
    main,
    scopes,
    all,
    kinds: [...new Set(vectors)],
  };
}

/** Where the model cannot read the query, the signals that do without it, if there are any. */
function believed(signals: readonly Signal[], readable: boolean): readonly Signal[] {
  const byWord = signals.filter(({ vector }) => vector === undefined);
  return readable || byWord.length === 0 ? signals : byWord;
}
