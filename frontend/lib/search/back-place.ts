'use client';

import { useEffect, useLayoutEffect } from 'react';
import { parseSearch, searchUrl } from './search-url.ts';

/**
 * Where a reader was in a list when they left it, so that Back leads there: how far it was scrolled, and which link
 * had the focus. The browser cannot do it alone, as the list comes after the page.
 */
interface Place {
  scroll: number;
  /** Of the link that had the focus; undefined if none had. */
  href?: string;
}

/** Places by address, in this tab; the oldest go first. */
const MAX_PLACES = 50;
const places = new Map<string, Place>();
/** The address that Back, Forward or a link to the results led to last, until its list is there. */
let wanted: string | undefined;

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    wanted = window.location.pathname + window.location.search;
  });
}

/** Where the address of the last results is kept: in this tab, also after a reload. */
const LAST_RESULTS = 'results';

/** The address of the results that this tab showed last, with filters, kind and page, if they were to this query. */
export function lastResults(query: string): string | undefined {
  try {
    const url = sessionStorage.getItem(LAST_RESULTS) ?? '';
    const state = parseSearch(new URLSearchParams(url.slice(url.indexOf('?'))));
    return state.query === query ? searchUrl(state) : undefined;
  } catch {
    // Storage can be switched off.
    return undefined;
  }
}

/** The list of this address shall open where the reader left it. */
export function openAtPlace(url: string): void {
  wanted = url;
}

/** Stores the scroll position of this address's list and restores it after Back, once the list is `ready`. */
export function useBackPlace(url: string, ready: boolean): void {
  useLayoutEffect(() => {
    const place = places.get(url);
    if (!ready || wanted !== url || !place) return;
    wanted = undefined;
    // After Next's own scrolling, which happens in its layout effect.
    requestAnimationFrame(() => {
      window.scrollTo({ top: place.scroll, behavior: 'instant' });
      if (place.href === undefined) return;
      const selector = `main a[href="${CSS.escape(place.href)}"]`;
      document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    });
  }, [url, ready]);

  useEffect(() => {
    const leave = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('main a[href]') : null;
      if (!link) return;
      places.delete(url);
      places.set(url, { scroll: window.scrollY, href: link.getAttribute('href') ?? '' });
      const oldest = places.keys().next().value;
      if (places.size > MAX_PLACES && oldest !== undefined) places.delete(oldest);
      try {
        sessionStorage.setItem(LAST_RESULTS, url);
      } catch {
        // The way back then leads to the results without filters.
      }
    };
    document.addEventListener('click', leave, { capture: true });
    return () => document.removeEventListener('click', leave, { capture: true });
  }, [url]);
}
