'use client';

import { useEffect, useState } from 'react';
import { list } from '../../lib/format.ts';
import * as libraryStrings from '../../lib/library/library-strings.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Book } from '../../lib/model.ts';
import * as searchStrings from '../../lib/search/search-strings.ts';
import { toast } from '../../lib/shell/toast.ts';
import * as strings from '../../lib/strings.ts';
import { newestBooks } from '../../lib/upstream/books-api.ts';
import { removeBook } from '../../lib/upstream/jobs-api.ts';
import { Dialog } from '../ui/dialog.tsx';

/** An uploaded file is dropped when its book is indexed; its name is kept beside the book. */
const isUpload = ({ fileName }: Book) => fileName.startsWith('uploads/');

interface BookShelfProps {
  /** Changes when books have come in. */
  changed: number;
  /** Those that the server knew when it made the page. */
  initial: readonly Book[] | undefined;
}

/** The newest books, each with the way out of the library again. */
export function BookShelf({ changed, initial }: BookShelfProps) {
  const [books, setBooks] = useState(initial);
  const [leaving, setLeaving] = useState<Book>();
  const [problem, setProblem] = useState('');
  const [removed, setRemoved] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: both say that the list has changed
  useEffect(() => {
    const controller = new AbortController();
    newestBooks(controller.signal).then((found) => {
      if (found && !controller.signal.aborted) setBooks(found);
    });
    return () => controller.abort();
  }, [changed, removed]);

  const remove = async ({ id, title }: Book) => {
    const outcome = await removeBook(id);
    if (!outcome.ok) {
      setProblem(outcome.problem.message || strings.errors.other);
      return;
    }
    setLeaving(undefined);
    setRemoved((n) => n + 1);
    toast({ text: libraryStrings.library.removed(title) });
  };

  if (books?.length === 0) return <p className="text-ink-2">{libraryStrings.library.empty}</p>;
  return (
    <>
      <ul className="max-w-reading border-t border-line">
        {books?.map((book) => (
          <li key={book.id} className="flex items-center justify-between gap-4 border-b border-line py-2">
            <span className="min-w-0">
              <a href={bookUrl(book.id)} className="quiet-link font-serif font-semibold">
                {book.title}
              </a>
              <span className="text-ink-2">
                {' '}
                · {list(book.authors) || searchStrings.result.unknownAuthor}
              </span>
            </span>
            <button
              type="button"
              className="link min-h-8 shrink-0"
              aria-label={libraryStrings.library.removeBook(book.title)}
              onClick={() => {
                setProblem('');
                setLeaving(book);
              }}
            >
              {libraryStrings.library.remove}
            </button>
          </li>
        ))}
      </ul>
      <a href="/books" className="link mt-3 inline-flex min-h-8 items-center">
        {searchStrings.search.allBooks}
      </a>
      {leaving ? (
        <Dialog
          title={libraryStrings.library.removeTitle(leaving.title)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{libraryStrings.library.removeText}</p>
          {isUpload(leaving) ? (
            <p className="mt-2">{libraryStrings.library.removeUpload}</p>
          ) : (
            <>
              <p className="mt-2">{libraryStrings.library.removeFile}</p>
              <p className="mt-2 text-meta break-all text-ink-3">{leaving.fileName}</p>
            </>
          )}
          {problem ? (
            <p role="alert" className="mt-3 text-bad">
              {problem}
            </p>
          ) : null}
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="button" className="button button-primary" onClick={() => remove(leaving)}>
              {libraryStrings.library.removeYes}
            </button>
            <button type="button" className="button" onClick={() => setLeaving(undefined)}>
              {libraryStrings.library.keep}
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
