import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { InAppLinks } from '../components/shell/in-app-links.tsx';
import { MenuPanel } from '../components/shell/menu-panel.tsx';
import { Shortcuts } from '../components/shell/shortcuts.tsx';
import { Toast } from '../components/shell/toast.tsx';
import * as strings from '../lib/strings.ts';
import { literata, sourceSans } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: `${strings.name}: ${strings.tagline}`, template: `%s · ${strings.name}` },
  description: strings.tagline,
  // Keeps a private library out of search engines.
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#16120f' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script sets an attribute before React takes over.
    <html lang="en" className={`${literata.variable} ${sourceSans.variable}`} suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: it is 200 bytes, and without it a dark page flashes light. */}
        <script src="/theme.js" />
      </head>
      <body>
        {children}
        <MenuPanel />
        <InAppLinks />
        <Shortcuts />
        <Toast />
      </body>
    </html>
  );
}
