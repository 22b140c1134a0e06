import type { Theme } from '../../lib/model.ts';
import { trail as words } from '../../lib/trail/trail-strings.ts';
import { EMPTY_TRAIL, trailUrl } from '../../lib/trail/trail-url.ts';

/** Trails to try: between themes of this very library that lie in different domains. */
export function TrailExamples({ themes }: { themes: readonly Theme[] }) {
  const pairs = themes.flatMap((from, i) => {
    const to = i % 2 === 0 ? themes[i + 1] : undefined;
    return to ? [{ from: from.label, to: to.label }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="examples" className="mt-10">
      <h2 id="examples" className="section-heading">
        {words.examples}
      </h2>
      <ul>
        {pairs.map(({ from, to }) => (
          <li key={from}>
            <a
              href={trailUrl({ ...EMPTY_TRAIL, from, to })}
              className="link inline-block py-1.5 font-serif text-h3 leading-snug"
            >
              {words.example(from, to)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
