import * as strings from '../../lib/browse/browse-strings.ts';
import { paragraphs } from '../../lib/passage/passage-text.ts';

/** Longest description shown at once, in UTF-16 units: about six lines. */
const SHORT = 480;

/** A book's description; a long one opens on demand, without script. */
export function Description({ text, language }: { text: string; language: string }) {
  const body = (
    <div
      lang={language || undefined}
      className="prose flex max-w-[68ch] flex-col gap-3 text-body hyphens-auto"
    >
      {paragraphs(text).map((paragraph) => (
        <p key={paragraph.start}>{paragraph.text}</p>
      ))}
    </div>
  );
  if (text.length <= SHORT) return body;
  return (
    <details className="group">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span lang={language || undefined} className="prose block max-w-[68ch] text-body group-open:hidden">
          {text.slice(0, text.lastIndexOf(' ', SHORT))} …
        </span>
        <span className="link inline-flex min-h-8 items-center group-open:hidden">{strings.book.more}</span>
        <span className="link inline-flex min-h-8 items-center not-group-open:hidden">
          {strings.book.less}
        </span>
      </summary>
      {body}
    </details>
  );
}
