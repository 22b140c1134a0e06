'use client';

import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { ShapeGlyph } from './shape-glyph.tsx';

/** The domains with their colour and shape; choosing some leaves the others dim. */
export function UniverseLegend() {
  const { store, state } = useUniverse();
  return (
    <ul className="universe-legend" aria-label={words.legend}>
      {state.domains.size > 0 ? (
        <li>
          <button type="button" className="chip" onClick={() => store.set({ domains: new Set() })}>
            {words.allDomains}
          </button>
        </li>
      ) : null}
      {state.universe.domains.map((domain) => (
        <li key={domain.id}>
          <button
            type="button"
            className="chip gap-2 whitespace-nowrap"
            aria-pressed={state.domains.has(domain.id)}
            onClick={() => store.toggleDomain(domain.id)}
          >
            <ShapeGlyph domain={domain} />
            {domain.label}
            <span className="text-ink-3">{domain.themes.length}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
