import * as strings from '../../lib/browse/browse-strings.ts';
import { domainUrl, themeUrl, topicUrl } from '../../lib/links.ts';
import type { Domain, SignalState, Theme, Topic } from '../../lib/model.ts';
import type { FoundResult } from '../../lib/search/search-answer.ts';
import { Evidence } from './evidence.tsx';

type LabelResultProps = { result: FoundResult; query: string; asked: readonly SignalState[] } & (
  | { kind: 'topic'; item: Topic }
  | { kind: 'theme'; item: Theme }
  | { kind: 'domain'; item: Domain }
);

/** A topic, theme or domain that answers: its name, what it holds, and why. */
export function LabelResult({ result, query, asked, ...labelled }: LabelResultProps) {
  const { href, counts, subtitle } = describe(labelled);
  const { label, id } = labelled.item;
  return (
    <article className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="first-letter:uppercase font-serif text-h3 font-semibold">
          <a href={href} className="quiet-link" data-open="book">
            {label}
          </a>
        </h2>
        {subtitle ? <p className="prose text-body text-ink-2">{subtitle}</p> : null}
        <p className="text-meta text-ink-3">{counts}</p>
      </div>
      <Evidence
        id={`${labelled.kind}-${id}`}
        what={label}
        signals={result.signals}
        relevance={result.relevance}
        query={query}
        asked={asked}
      />
    </article>
  );
}

function describe(
  labelled:
    | { kind: 'topic'; item: Topic }
    | { kind: 'theme'; item: Theme }
    | { kind: 'domain'; item: Domain },
) {
  switch (labelled.kind) {
    case 'topic': {
      const { id, passages, books } = labelled.item;
      return { href: topicUrl(id), counts: strings.topic.counts(passages, books), subtitle: '' };
    }
    case 'theme': {
      const { id, passages, books, subtitle } = labelled.item;
      return { href: themeUrl(id), counts: strings.themes.counts(books, passages), subtitle };
    }
    case 'domain': {
      const { id, themes, books } = labelled.item;
      return { href: domainUrl(id), counts: strings.domains.counts(themes, books), subtitle: '' };
    }
  }
}
