/** What a search, related books and trails ask. */
export const SEARCH_QUERIES = {
  'frequency-books': `SELECT doc FROM temp.fts_books_words WHERE term = ?`,
  'frequency-topics': `SELECT doc FROM temp.fts_topics_words WHERE term = ?`,
  'related-books-of-topics': `
    -- The books of each topic, those of topics merged into it included.
    WITH wanted (target, topic) AS (
      SELECT value, value FROM json_each(:topics)
      UNION ALL
      SELECT t.merged_into, t.id FROM json_each(:topics) AS hit CROSS JOIN topics AS t ON t.merged_into = hit.value
    )
    SELECT target, book_id, count FROM wanted CROSS JOIN book_topics ON topic_id = topic
  `,
  'related-phrases-of-book': `SELECT id, label FROM phrases WHERE book_id = ? ORDER BY rank LIMIT ?`,
  'related-topics-of-book': `
    -- What a book speaks of, names too; a merged topic has no count of books of its own.
    SELECT bt.topic_id, bt.count, coalesce(books, 0)
    FROM book_topics AS bt LEFT JOIN topic_counts AS tc ON tc.topic_id = bt.topic_id
    WHERE bt.book_id = ?
  `,
  'search-books': `
    -- Weights: title, authors, subjects, description, series, ISBNs, subtitle. bm25 is negative, the smaller the better.
    SELECT rowid, -bm25(fts_books, 8.0, 6.0, 3.0, 1.0, 6.0, 8.0, 6.0) AS score
    FROM fts_books WHERE fts_books MATCH ? ORDER BY score DESC LIMIT ?
  `,
  'search-passage-texts': `SELECT chunks.id, text FROM json_each(?) AS wanted CROSS JOIN chunks ON chunks.id = wanted.value`,
  'search-passage-themes': `
    SELECT ct.chunk_id, theme.id, theme.domain_id
    FROM json_each(?) AS hit
      CROSS JOIN chunk_topics AS ct ON ct.chunk_id = hit.value
      CROSS JOIN topics AS t ON t.id = ct.topic_id
      LEFT JOIN topics AS target ON target.id = t.merged_into
      CROSS JOIN themes AS theme ON theme.id = coalesce(target.theme_id, t.theme_id)
  `,
  'search-phrase': `
    -- Passages of a range of ids that hold a quotation; unranked, since bm25() would look for it twice more.
    SELECT rowid FROM fts_chunks WHERE fts_chunks MATCH ? AND rowid >= ? AND rowid <= ?
  `,
  'search-phrase-labels': `SELECT p.id, p.label FROM json_each(?) AS hit CROSS JOIN phrases AS p ON p.id = hit.value`,
  'search-topic-books': `
    SELECT bt.topic_id, bt.book_id, bt.count
    FROM json_each(?) AS hit CROSS JOIN book_topics AS bt ON bt.topic_id = hit.value
  `,
  'search-topic-passages': `
    SELECT ct.topic_id, ct.chunk_id, ct.score
    FROM json_each(?) AS hit CROSS JOIN chunk_topics AS ct ON ct.topic_id = hit.value
  `,
  'search-topic-themes': `
    SELECT t.id, theme.id, theme.domain_id
    FROM json_each(?) AS hit
      CROSS JOIN topics AS t ON t.id = hit.value
      LEFT JOIN topics AS target ON target.id = t.merged_into
      CROSS JOIN themes AS theme ON theme.id = coalesce(target.theme_id, t.theme_id)
  `,
  'search-topics': `SELECT rowid, -rank FROM fts_topics WHERE fts_topics MATCH ? ORDER BY rank LIMIT ?`,
  'search-words': `SELECT postings FROM chunk_words WHERE block = ? AND stem = ?`,
  'search-words-from': `
    -- Stems with a common beginning, in order.
    SELECT postings FROM chunk_words WHERE block = ? AND stem >= ? AND stem < ? LIMIT ?
  `,
  'search-words-from-of-book': `SELECT postings FROM chunk_words WHERE block = :book >> 4 AND stem >= :from AND stem < :to AND book_id = :book LIMIT :limit`,
  'search-words-of-book': `SELECT postings FROM chunk_words WHERE block = :book >> 4 AND stem = :stem AND book_id = :book`,
} as const;
