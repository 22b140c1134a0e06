import { list, percent } from '../../lib/format.ts';
import { bookUrl, topicUrl, trailFromPassage } from '../../lib/links.ts';
import type { TrailLink, TrailStep } from '../../lib/model.ts';
import { pages } from '../../lib/passage/citation.ts';
import { stanzas } from '../../lib/passage/passage-text.ts';
import { placeUrl } from '../../lib/reader/place-links.ts';
import { result } from '../../lib/search/search-strings.ts';
import { trail as words } from '../../lib/trail/trail-strings.ts';
import { type TrailState, trailUrl, withDropped, withPinToggled } from '../../lib/trail/trail-url.ts';
import { Icon } from '../ui/icon.tsx';

/** The steps of a trail as an essay of quotations: each with its source, and why it follows the one before. */
export function TrailSteps({ steps, state }: { steps: readonly TrailStep[]; state: TrailState }) {
  return (
    <ol className="trail" aria-label={words.list}>
      {steps.map((step) => (
        <Step key={step.passage?.id ?? step.step} step={step} state={state} />
      ))}
    </ol>
  );
}

function Step({
  step: { step, book, passage, quote, link, pinned, page },
  state,
}: {
  step: TrailStep;
  state: TrailState;
}) {
  if (!book || !passage) return null;
  const text = passage.text.slice(quote?.start ?? 0, quote?.end);
  const section = passage.section?.title || result.section(passage.section?.index ?? 0);
  return (
    <li className="trail-step" data-pinned={pinned || undefined} data-passage={passage.id} tabIndex={-1}>
      {link ? <Why link={link} /> : null}
      <figure>
        <blockquote lang={book.language || undefined} className="prose trail-quote">
          {stanzas(text).map((stanza) => (
            <p key={stanza.start}>{stanza.text}</p>
          ))}
        </blockquote>
        <figcaption className="mt-2 text-ui text-ink-2">
          {list(book.authors) || result.unknownAuthor},{' '}
          <a href={bookUrl(book.id)} className="quiet-link text-ink">
            <cite lang={book.language || undefined}>{book.title}</cite>
          </a>
          {book.year ? ` (${book.year})` : null},{' '}
          <span lang={book.language || undefined}>
            {result.place(section, percent(passage.position), pages(page))}
          </span>
        </figcaption>
      </figure>
      <p className="trail-actions">
        <a href={placeUrl(passage)} className="link">
          {result.read}
        </a>
        <a href={trailFromPassage(passage.id)} className="link no-print">
          {words.onwards}
        </a>
        <a
          href={trailUrl(withPinToggled(state, step, passage.id))}
          data-stay
          data-trail-change="pin"
          data-said={pinned ? words.unpinned(step, book.title) : words.pinnedNow(step, book.title)}
          aria-label={`${pinned ? words.unpin : words.pin}: ${pinned ? words.unpinLabel(step, book.title) : words.pinLabel(step, book.title)}`}
          aria-current={pinned ? 'true' : undefined}
          className="trail-action no-print"
        >
          <Icon name="pin" className="size-4" />
          {pinned ? words.unpin : words.pin}
        </a>
        <a
          href={trailUrl(withDropped(state, passage.id))}
          data-stay
          data-trail-change="drop"
          data-said={words.droppedNow(step, book.title)}
          aria-label={`${words.drop}: ${words.dropLabel(book.title)}`}
          className="trail-action no-print"
        >
          <Icon name="close" className="size-4" />
          {words.drop}
        </a>
      </p>
    </li>
  );
}

/** Why a step follows the one before: topics that both speak of, or the one that both are near. */
function Why({ link }: { link: TrailLink }) {
  const topics = link.sharedTopics.length > 0 ? link.sharedTopics : link.bridge ? [link.bridge] : [];
  const said = link.sharedTopics.length > 0 ? words.speakOf : link.bridge ? words.near : words.alike;
  return (
    <p className="trail-why">
      {said}{' '}
      {topics.map((topic, i) => (
        <span key={topic.id}>
          {i > 0 ? ', ' : ''}
          <a href={topicUrl(topic.id)} className="link">
            {topic.label}
          </a>
        </span>
      ))}
      <span className="text-ink-3"> · {words.nearness(link.similarity.toFixed(2))}</span>
    </p>
  );
}
