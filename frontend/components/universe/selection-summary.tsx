'use client';

import { type CSSProperties, useEffect, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { bookUrl, trailBetween } from '../../lib/links.ts';
import { domainParts, topBooks, topTopics } from '../../lib/universe/selection.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { fetchTheme } from '../../lib/upstream/universe-api.ts';
import { TopicChips } from '../themes/topic-chips.tsx';
import { ShapeGlyph } from './shape-glyph.tsx';

/** Theme pages that a summary reads: the widest say most, and a small server is not asked a thousand times. */
const READ = 8;
const BOOKS = 8;
const TOPICS = 14;
const DOMAINS = 6;

type Details = Awaited<ReturnType<typeof fetchTheme>>[];

/** Several themes: the domains they lie in, the books and topics that they share. */
export function SelectionSummary() {
  const { state } = useUniverse();
  const { universe, selection } = state;
  const [details, setDetails] = useState<Details>([]);
  const books = (id: number) => universe.themes[universe.indexOf.get(id) ?? -1]?.books ?? 0;
  const widest = [...selection].sort((a, b) => books(b) - books(a) || a - b).slice(0, READ);
  const asked = widest.join(',');
  useEffect(() => {
    let gone = false;
    Promise.allSettled(asked.split(',').map((id) => fetchTheme(Number(id)))).then((answers) => {
      if (!gone) setDetails(answers.flatMap((a) => (a.status === 'fulfilled' ? [a.value] : [])));
    });
    return () => {
      gone = true;
    };
  }, [asked]);
  const label = (at: number) =>
    universe.themes[universe.indexOf.get(selection.at(at) ?? 0) ?? -1]?.label ?? '';
  const parts = domainParts(universe, selection);
  return (
    <div className="grid gap-4">
      <h2 className="font-serif text-h3 font-semibold">{words.selected(selection.length)}</h2>
      <p>
        <a className="chip" href={trailBetween(label(0), label(-1))}>
          {words.trailBetween}
        </a>
      </p>
      <section>
        <h3 className="sr-only">{words.domainBar}</h3>
        <div className="flex h-3 overflow-hidden rounded-control" aria-hidden="true">
          {parts.map(({ domain, share }) => (
            <span
              key={domain.id}
              className="hue-solid"
              style={{ '--hue': domain.hue, width: `${share * 100}%` } as CSSProperties}
            />
          ))}
        </div>
        <ul className="mt-2 grid gap-1 text-meta">
          {parts.slice(0, DOMAINS).map(({ domain, themes }) => (
            <li key={domain.id} className="flex items-center gap-2">
              <ShapeGlyph domain={domain} />
              {domain.label}
              <span className="text-ink-3">{plural(themes, 'theme')}</span>
            </li>
          ))}
        </ul>
      </section>
      {details.length > 0 ? (
        <>
          <section>
            <h3 className="section-heading">{words.topBooks}</h3>
            <ul className="grid gap-1">
              {topBooks(details, BOOKS).map(({ item, themes }) => (
                <li key={item.id}>
                  <a className="link" href={bookUrl(item.id)}>
                    {item.title}
                  </a>{' '}
                  <span className="text-meta text-ink-3">{plural(themes, 'theme')}</span>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3 className="section-heading">{words.topTopics}</h3>
            <TopicChips topics={topTopics(details, TOPICS).map(({ item }) => item)} />
          </section>
        </>
      ) : null}
      {selection.length > READ ? <p className="text-meta text-ink-3">{words.ofFirst(READ)}</p> : null}
    </div>
  );
}
