'use client';

import { useState } from 'react';
import type { UniverseDomain } from '../../lib/universe/universe.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { ShapeGlyph } from './shape-glyph.tsx';

/** Themes of a domain that are shown before one asks for all. */
const FIRST = 12;

/** The same themes as a table, domain by domain. */
export function UniverseList() {
  const { state } = useUniverse();
  const domains = state.universe.domains.filter(
    ({ id }) => state.domains.size === 0 || state.domains.has(id),
  );
  return (
    <div className="universe-list">
      <table className="w-full text-ui">
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.theme}</th>
            <th scope="col">{words.books}</th>
          </tr>
        </thead>
        {domains.map((domain) => (
          <DomainRows key={domain.id} domain={domain} />
        ))}
      </table>
    </div>
  );
}

function DomainRows({ domain }: { domain: UniverseDomain }) {
  const { store, state } = useUniverse();
  const [all, setAll] = useState(false);
  const { universe, matches } = state;
  const chosen = new Set(state.selection);
  const idOf = (index: number) => universe.themes[index]?.id ?? 0;
  const score = (index: number) => matches?.get(idOf(index)) ?? 0;
  const fitting = matches
    ? domain.themes.filter((i) => matches.has(idOf(i)) || chosen.has(idOf(i)))
    : domain.themes;
  if (fitting.length === 0) return null;
  const sorted = matches ? [...fitting].sort((a, b) => score(b) - score(a)) : fitting;
  const shown = all ? sorted : sorted.filter((i, place) => place < FIRST || chosen.has(idOf(i)));
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className="pt-5 pb-1 text-start font-semibold">
          <span className="inline-flex items-center gap-2">
            <ShapeGlyph domain={domain} />
            {domain.label}
            <span className="font-normal text-ink-3">{words.shown(domain.themes.length)}</span>
          </span>
        </th>
      </tr>
      {shown.map((i) => {
        const theme = universe.themes[i];
        if (!theme) return null;
        return (
          <tr
            key={theme.id}
            className="border-t border-line"
            data-selected={chosen.has(theme.id) || undefined}
          >
            <td>
              <label className="flex min-h-8 items-center gap-3 py-1">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={chosen.has(theme.id)}
                  onChange={() => store.toggle(theme.id, words.selected)}
                />
                {theme.label}
              </label>
            </td>
            <td className="text-end text-ink-2">{theme.books}</td>
          </tr>
        );
      })}
      {shown.length < sorted.length ? (
        <tr>
          <td colSpan={2}>
            <button type="button" className="link min-h-8" onClick={() => setAll(true)}>
              {words.more(sorted.length - shown.length)}
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
