/** What the command palette says; see strings.ts. */
import { shell } from '../strings.ts';

export const palette = {
  title: 'Command palette',
  placeholder: 'A page, a title, a theme, a command',
  pages: [
    ['/', shell.search],
    ['/books', shell.books],
    ['/themes', shell.themes],
    ['/domains', shell.domains],
    ['/universe', shell.universe],
    ['/trail', shell.trails],
    ['/library', shell.add],
    ['/status', shell.status],
    ['/about', shell.about],
  ],
  actions: {
    'theme light': 'Theme: light',
    'theme dark': 'Theme: dark',
    'theme sepia': 'Theme: sepia',
    'theme system': 'Theme: as the system',
    'density compact': 'Lists: compact',
    'density comfortable': 'Lists: comfortable',
    keys: 'Show all keys',
    'copy link': 'Copy the link to this page',
  },
  trail: (text: string) => `Start a trail from “${text}”`,
} as const;
