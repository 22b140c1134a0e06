import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Shortcuts } from '../components/shortcuts.tsx';
import * as strings from '../lib/strings.ts';
import { literata, sourceSans } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: `${strings.name}: ${strings.tagline}`, template: `%s · ${strings.name}` },
  description: strings.tagline,
  // A private library is nobody's search result.
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

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme script sets an attribute before React takes over.
    <html lang="en" className={`${literata.variable} ${sourceSans.variable}`} suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: it is 130 bytes, and without it a dark page flashes light. */}
        <script src="/theme.js" nonce={nonce} />
      </head>
      <body>
        {children}
        <Shortcuts />
      </body>
    </html>
  );
}
