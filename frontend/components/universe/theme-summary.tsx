'use client';

import { useEffect, useState } from 'react';
import { bookUrl, passageUrl, themeUrl, trailBetween } from '../../lib/links.ts';
import { excerpt } from '../../lib/passage/highlight.ts';
import { passageText } from '../../lib/passage/passage-text.ts';
import { toPassage } from '../../lib/search/search-answer.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { fetchTheme } from '../../lib/upstream/universe-api.ts';
import { ExcerptText } from '../passage/excerpt-text.tsx';
import { TopicChips } from '../themes/topic-chips.tsx';
import { ShapeGlyph } from './shape-glyph.tsx';

type Detail = Awaited<ReturnType<typeof fetchTheme>>;

const BOOKS = 6;
const TOPICS = 10;
const PASSAGES = 2;
const PASSAGE_CHARS = 220;

/** One theme: what it is about, where it is said, and what is near in meaning. */
export function ThemeSummary({ id }: { id: number }) {
  const { store, state } = useUniverse();
  const [detail, setDetail] = useState<Detail>();
  useEffect(() => {
    let gone = false;
    fetchTheme(id).then(
      (answer) => !gone && setDetail(answer),
      () => store.set({ said: { text: words.failed } }),
    );
    return () => {
      gone = true;
    };
  }, [id, store]);
  const { universe } = state;
  const theme = universe.themes[universe.indexOf.get(id) ?? -1];
  const domain = theme && universe.domainOf.get(theme.domainId);
  if (!theme || !domain) return null;
  return (
    <div className="grid gap-4" aria-busy={detail === undefined}>
      <div>
        <h2 className="font-serif text-h3 font-semibold">{theme.label}</h2>
        <p className="mt-1 flex items-center gap-2 text-meta text-ink-2">
          <ShapeGlyph domain={domain} />
          {domain.label}
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <a className="chip" href={themeUrl(id)}>
            {words.themePage}
          </a>
          <a className="chip" href={`/search?q=${encodeURIComponent(theme.label)}`}>
            {words.searchWithin}
          </a>
          <a className="chip" href={trailBetween(theme.label)}>
            {words.trail}
          </a>
        </p>
      </div>
      {detail ? (
        <>
          <section>
            <h3 className="section-heading">{words.passages}</h3>
            {detail.passages.slice(0, PASSAGES).map(({ book, passage }) =>
              passage ? (
                <figure key={passage.id} className="mb-4">
                  <blockquote className="prose text-ui">
                    <ExcerptText cut={excerpt(passageText(toPassage(passage)).text, [], PASSAGE_CHARS)} />
                  </blockquote>
                  <figcaption className="text-meta">
                    <a className="link" href={passageUrl(passage.id)}>
                      {book?.title}
                    </a>
                  </figcaption>
                </figure>
              ) : null,
            )}
          </section>
          <section>
            <h3 className="section-heading">{words.books}</h3>
            <ul className="grid gap-1">
              {detail.books.slice(0, BOOKS).map(({ book }) =>
                book ? (
                  <li key={book.id}>
                    <a className="link" href={bookUrl(book.id)}>
                      {book.title}
                    </a>
                  </li>
                ) : null,
              )}
            </ul>
          </section>
          <section>
            <h3 className="section-heading">{words.topics}</h3>
            <TopicChips topics={detail.topics.slice(0, TOPICS)} />
          </section>
          <section>
            <h3 className="section-heading">{words.near}</h3>
            <ul className="grid gap-1">
              {detail.neighbours.map((near) => (
                <li key={near.id}>
                  <button
                    type="button"
                    className="link min-h-8 text-start"
                    onClick={() => {
                      const index = universe.indexOf.get(near.id);
                      store.select([near.id], false, words.selected);
                      if (index !== undefined) store.onLookAt([index]);
                    }}
                  >
                    {near.label}
                  </button>
                </li>
              ))}
            </ul>
            <p className="mt-2 text-meta text-ink-3">{words.nearNote}</p>
          </section>
        </>
      ) : null}
    </div>
  );
}
