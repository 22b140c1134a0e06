import type { SignalState } from '../../lib/model.ts';
import type { FoundResult } from '../../lib/search/search-answer.ts';
import { BookResult } from './book-result.tsx';
import { LabelResult } from './label-result.tsx';
import { PassageResult } from './passage-result.tsx';

interface ResultRowProps {
  result: FoundResult;
  /** A passage is the result itself, and not the best one of a book. */
  passages: boolean;
  /** The passage answers the query by itself. */
  whole?: boolean;
  query: string;
  asked: readonly SignalState[];
}

/** One result of whatever kind. */
export function ResultRow({ result, passages, whole, query, asked }: ResultRowProps) {
  const rest = { result, query, asked };
  if (result.topic) return <LabelResult kind="topic" item={result.topic} {...rest} />;
  if (result.theme) return <LabelResult kind="theme" item={result.theme} {...rest} />;
  if (result.domain) return <LabelResult kind="domain" item={result.domain} {...rest} />;
  const { book, passage } = result;
  if (!book) return null;
  if (passages && passage) return <PassageResult book={book} passage={passage} {...rest} />;
  return <BookResult book={book} passage={passage} whole={whole} {...rest} />;
}
