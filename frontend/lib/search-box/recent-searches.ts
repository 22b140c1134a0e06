'use client';

import { useSyncExternalStore } from 'react';

/** Searches the reader ran, kept in this browser only; the server never learns of the list. */
const STORAGE_KEY = 'recent-searches';
/** Stored instead of a list once the reader wants none. */
const OFF = 'off';
const MAX_RECENT = 10;

const NONE: readonly string[] = [];
const listeners = new Set<() => void>();
let known: { raw: string | null; list: readonly string[] } = { raw: null, list: NONE };

function stored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function store(value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, value);
  } catch {
    // Storage is switched off or full: nothing is saved.
  }
  for (const listener of listeners) listener();
}

/** A stored list, newest first; anything else is none. */
export function parseRecent(raw: string | null): readonly string[] {
  if (raw === null || raw === OFF) return NONE;
  try {
    const list: unknown = JSON.parse(raw);
    if (!Array.isArray(list)) return NONE;
    return list.filter((item) => typeof item === 'string').slice(0, MAX_RECENT);
  } catch {
    return NONE;
  }
}

/** The list with a search at its head, once. */
export function withSearch(list: readonly string[], query: string): readonly string[] {
  return [query, ...list.filter((q) => q.toLowerCase() !== query.toLowerCase())].slice(0, MAX_RECENT);
}

function recent(): readonly string[] {
  const raw = stored();
  // The same list as long as nothing changed: React compares by identity.
  if (raw !== known.raw) known = { raw, list: parseRecent(raw) };
  return known.list;
}

export const isRemembering = () => stored() !== OFF;
export const setRemembering = (on: boolean) => store(on ? undefined : OFF);
export const forgetAll = () => store(undefined);
export const forget = (query: string) => store(JSON.stringify(recent().filter((q) => q !== query)));

/** Puts a search at the head of the list, unless the reader wants none. */
export function remember(query: string): void {
  if (query !== '' && isRemembering()) store(JSON.stringify(withSearch(recent(), query)));
}

/** The list as state. */
export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      window.addEventListener('storage', onChange);
      return () => {
        listeners.delete(onChange);
        window.removeEventListener('storage', onChange);
      };
    },
    recent,
    () => NONE,
  );
}
