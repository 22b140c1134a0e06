'use client';

import { useSyncExternalStore } from 'react';
import * as strings from '../lib/strings.ts';
import { Icon, type IconName } from './icon.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const ICONS: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

/** The attribute on <html> is the state; public/theme.js sets it from storage before the first paint. */
function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return THEMES.find((t) => t === chosen) ?? 'system';
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function choose(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage can be switched off; the choice then lasts as long as the page.
  }
}

/** Goes round system, light, dark. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => 'system');
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const label = `${strings.shell.theme[theme]}, ${strings.shell.theme.change}`;
  return (
    <button
      type="button"
      onClick={() => choose(next)}
      aria-label={label}
      title={label}
      className="-me-3 flex size-11 items-center justify-center justify-self-end rounded-control text-ink-2 hover:text-ink [grid-area:tools]"
    >
      <Icon name={ICONS[theme]} />
    </button>
  );
}
