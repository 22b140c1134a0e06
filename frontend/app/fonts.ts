/** Basic Latin of both faces, served by this server. The build needs no network. */
import localFont from 'next/font/local';

/** What authors wrote: titles, passages, descriptions. */
export const literata = localFont({
  src: '../../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  variable: '--font-literata',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
});

/** What we wrote: labels, counts, buttons. */
export const sourceSans = localFont({
  src: '../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  variable: '--font-source-sans',
  display: 'swap',
  adjustFontFallback: 'Arial',
});
