'use client';

import { useSyncExternalStore } from 'react';

/** What a reader may choose about the look. The first value of each is the default and leaves no trace. */
export const DISPLAY_SETTINGS = {
  theme: ['system', 'light', 'dark', 'sepia'],
  density: ['comfortable', 'compact'],
  /** Single-letter keys. */
  keys: ['on', 'off'],
} as const;
export type DisplaySetting = keyof typeof DISPLAY_SETTINGS;
export type DisplayValue<S extends DisplaySetting> = (typeof DISPLAY_SETTINGS)[S][number];

/** The attribute on <html> is the state; public/theme.js sets it from storage before the first paint. */
export function displaySetting<S extends DisplaySetting>(name: S): DisplayValue<S> {
  const values: readonly DisplayValue<S>[] = DISPLAY_SETTINGS[name];
  const chosen = document.documentElement.dataset[name];
  return values.find((v) => v === chosen) ?? DISPLAY_SETTINGS[name][0];
}

export function chooseDisplay<S extends DisplaySetting>(name: S, value: DisplayValue<S>): void {
  const isDefault = value === DISPLAY_SETTINGS[name][0];
  if (isDefault) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
  try {
    if (isDefault) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage can be switched off; the choice then lasts as long as the page.
  }
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributeFilter: Object.keys(DISPLAY_SETTINGS).map((name) => `data-${name}`),
  });
  return () => observer.disconnect();
}

/** A choice as state; every component that reads it follows it. */
export function useDisplaySetting<S extends DisplaySetting>(name: S): DisplayValue<S> {
  return useSyncExternalStore(
    subscribe,
    () => displaySetting(name),
    () => DISPLAY_SETTINGS[name][0],
  );
}
