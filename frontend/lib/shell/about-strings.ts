/** What the about page says; see strings.ts. */

export const about = {
  title: 'How LibTrails searches',
  intro:
    'A search runs seven signals at once. Three look for your words, four for what you mean. Each returns a ranked list; a book that ranks high in several lists comes first.',
  live: 'A live example',
  liveText: (query: string, title: string) =>
    `The first result for “${query}” in this library is ${title}. Why:`,
  another: 'Try another example',
  noLive: 'When there are books and themes, an example from your library appears here.',
  signals: 'The seven signals',
  family: { word: 'by word', meaning: 'by meaning' },
  what: {
    fts_books: 'Your words in titles, authors and descriptions.',
    fts_topics: 'Your words in the names of topics, and the books about them.',
    fts_chunks: 'Your words in the text itself.',
    vec_topics: 'Topics close in meaning to your question.',
    vec_phrases: 'The leading phrases of a book, up to 25 each.',
    vec_books: 'The book as a whole, by meaning.',
    vec_chunks: 'Every passage of every book, by meaning.',
  },
  fusion: 'How the lists are combined',
  fusionText:
    'Each signal scores separately. A result’s score is the sum of all seven, each scaled to the spread of its signal: a clear lead counts more than a narrow one, and no signal dominates. “Why this result” shows how much each signal contributed.',
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
