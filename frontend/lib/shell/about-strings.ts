/** What the about page says; see strings.ts. */

export const about = {
  title: 'How LibTrails searches',
  intro:
    'A search runs several signals at once. Some look for your words, others for what you mean. Each returns a ranked list; a book that ranks high in several lists comes first.',
  live: 'A live example',
  liveText: (query: string, title: string) =>
    `The first result for “${query}” in this library is ${title}. Why:`,
  another: 'Try another example',
  noLive: 'When there are books and themes, an example from your library appears here.',
  signals: 'The signals',
  noSignals: 'The search service does not answer.',
  family: { keyword: 'by word', semantic: 'by meaning', joint: 'by both' },
  fusion: 'How the lists are combined',
  fusionText:
    'Each signal scores separately. A result’s score is the sum of all signals, each scaled to the spread of its signal: a clear lead counts more than a narrow one, and no signal dominates. “Why this result” shows how much each signal contributed.',
  nothing: 'When nothing matches',
  nothingText:
    'The nearest passage is not always near. LibTrails measures how far its best result is from your question, and says so when nothing is close.',
  private: 'Privacy',
  privateText:
    'Everything stays on this server. The model runs here, the index is one file, pages load nothing from other hosts, searches are not logged, and recent searches are stored in your browser only.',
  keys: 'Keyboard shortcuts',
  licences: 'Made with',
  licencesText:
    'Literata and Source Sans 3 (SIL Open Font License), BGE small (MIT), SQLite (public domain), Next.js and React (MIT).',
} as const;
