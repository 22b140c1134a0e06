import type { CSSProperties } from 'react';
import type { UniverseDomain } from '../../lib/universe/universe.ts';

const PATHS = {
  circle: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  square: 'M1.5 1.5h9v9h-9Z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6Z',
  triangle: 'M6 1 11.5 10.5H.5Z',
} as const;

/** Colour and outline of a domain, as its themes have them. Always beside its name. */
export function ShapeGlyph({ domain }: { domain: Pick<UniverseDomain, 'hue' | 'shape'> }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className="hue-fill size-3 shrink-0"
      style={{ '--hue': domain.hue } as CSSProperties}
    >
      <path d={PATHS[domain.shape]} fill="currentColor" />
    </svg>
  );
}
