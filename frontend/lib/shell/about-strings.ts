/** What the about page says; see strings.ts. */

export const about = {
  title: 'How LibTrails finds',
  intro:
    'A search asks seven questions of your library at once. Three look for your words, four for what you mean. Each gives a ranked list of its own; a book that stands high on several lists comes first.',
  live: 'A live example',
  liveText: (query: string, title: string) => `For “${query}” this library answers first with ${title}. Why:`,
  another: 'Try another idea',
  noLive: 'Once there are books and themes, an example from your own library stands here.',
  signals: 'The seven signals',
  family: { word: 'by word', meaning: 'by meaning' },
  what: {
    fts_books: 'Your words in titles, authors and descriptions.',
    fts_topics: 'Your words in the names of topics, and the books that speak of them.',
    fts_chunks: 'Your words in the text itself.',
    vec_topics: 'Topics that mean what you ask, whatever their name.',
    vec_phrases: 'The leading phrases of a book, up to 25 each.',
    vec_books: 'What a book is about as a whole.',
    vec_chunks: 'Every passage of every book, by its meaning.',
  },
  fusion: 'How they become one list',
  fusionText:
    'Each signal scores on its own. A result’s score is the sum over all seven, each measured in its signal’s own spread, so that a clear lead counts for more than a narrow one and no signal shouts the others down. Every result can say which signal brought it how much: that is what “Why this result” shows.',
  nothing: 'When nothing is close',
  nothingText:
    'Nearest is not the same as near. The service knows how far its best answer is from your question, and says so instead of filling the page.',
  private: 'What stays here',
  privateText:
    'Everything. The model runs on this server, the index is one file on it, no page asks any other host for anything, searches are written to no log, and recent searches are kept in your browser only.',
  keys: 'Keys',
  licences: 'Made with',
  licencesText:
    'Literata and Source Sans 3 (SIL Open Font License), BGE small (MIT), SQLite (public domain), Next.js and React (MIT).',
} as const;
