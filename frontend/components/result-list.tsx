import type { Result, SearchAnswer } from '../lib/model.ts';
import { MAX_PAGE, PAGE_SIZE, type SearchState, searchUrl } from '../lib/search-url.ts';
import { type AskedSignals, askedSignals } from '../lib/signals.ts';
import * as strings from '../lib/strings.ts';
import { BookResult } from './book-result.tsx';
import { LabelResult } from './label-result.tsx';
import { Pager } from './pager.tsx';
import { PassageResult } from './passage-result.tsx';

interface ResultListProps {
  answer: SearchAnswer;
  state: SearchState;
  /** The answer is to an earlier question; it says nothing about this one. */
  pending: boolean;
}

/** The ranked answer, or the word that nothing is close. */
export function ResultList({ answer, state, pending }: ResultListProps) {
  const asked = askedSignals(answer);
  const passages = answer.scope === 'PASSAGES';
  const rows = (
    <ol className="divide-y divide-line">
      {answer.results.map((result) => (
        <li key={rowKey(result, passages)} className="py-5 first:pt-3">
          <Row result={result} passages={passages} query={answer.query} asked={asked} />
        </li>
      ))}
    </ol>
  );
  if (!answer.relevant || answer.results.length === 0) {
    if (pending) return null;
    return (
      <div className="py-6">
        <h2 className="font-serif text-h2 font-semibold">{strings.states.nothing}</h2>
        <p className="mt-2 text-body text-ink-2">{strings.states.nothingText}</p>
        {answer.results.length > 0 ? (
          <details className="mt-6">
            <summary className="text-ink-2">{strings.states.closest}</summary>
            {rows}
          </details>
        ) : null}
      </div>
    );
  }
  const last = Math.min(MAX_PAGE, Math.ceil(answer.total / PAGE_SIZE));
  return (
    <>
      {rows}
      <Pager
        page={state.page}
        last={last}
        href={(page) => searchUrl({ ...state, page })}
        label={strings.search.results(state.query)}
      />
    </>
  );
}

interface RowProps {
  result: Result;
  passages: boolean;
  query: string;
  asked: AskedSignals;
}

function Row({ result, passages, query, asked }: RowProps) {
  const rest = { result, query, asked };
  if (result.topic) return <LabelResult kind="topic" item={result.topic} {...rest} />;
  if (result.theme) return <LabelResult kind="theme" item={result.theme} {...rest} />;
  if (result.domain) return <LabelResult kind="domain" item={result.domain} {...rest} />;
  const { book, passage } = result;
  if (!book) return null;
  // A passage result is the passage itself; a book result quotes its best one.
  if (passages && passage) return <PassageResult book={book} passage={passage} {...rest} />;
  return <BookResult book={book} passage={passage} {...rest} />;
}

/** A result's own thing, unique within one answer. */
function rowKey({ topic, theme, domain, passage, book, rank }: Result, passages: boolean): string {
  const id = topic?.id ?? theme?.id ?? domain?.id ?? (passages ? passage?.id : book?.id);
  return String(id ?? `rank ${rank}`);
}
