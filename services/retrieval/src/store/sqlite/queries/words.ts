/** Posting lists and full-text indexes. */
export const WORDS_QUERIES = {
  'block-books': `SELECT id FROM books WHERE id BETWEEN :block << 4 AND (:block << 4) + 15 ORDER BY id`,
  'book-chunk-texts': `SELECT id, text FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY seq`,
  'book-searchable-chunk-ids': `SELECT id FROM chunks WHERE book_id = ? AND searchable = 1`,
  'chunk-length': `SELECT sz FROM fts_chunks_docsize WHERE id = ?`,
  'chunk-lengths': `
    -- FTS5's own count of the words of each passage, as a varint.
    SELECT id, sz FROM fts_chunks_docsize
  `,
  'chunk-words-clear-block': `DELETE FROM chunk_words WHERE block = ?`,
  'chunk-words-delete': `DELETE FROM chunk_words WHERE block = :book >> 4 AND stem = :stem AND book_id = :book`,
  'chunk-words-insert': `INSERT INTO chunk_words (block, stem, book_id, postings) VALUES (:book >> 4, :stem, :book, :postings)`,
  'fts-books-delete': `
    -- An external-content index is told the old values, so this runs before the row changes.
    INSERT INTO fts_books (fts_books, rowid, title, author_text, subject_text, description, series, numbers, subtitle)
    SELECT 'delete', id, title, author_text, subject_text, description, series, numbers, subtitle FROM indexed_books WHERE id = ?
  `,
  'fts-books-insert': `
    INSERT INTO fts_books (rowid, title, author_text, subject_text, description, series, numbers, subtitle)
    SELECT id, title, author_text, subject_text, description, series, numbers, subtitle FROM indexed_books WHERE id = ?
  `,
  'fts-books-insert-all': `
    INSERT INTO fts_books (rowid, title, author_text, subject_text, description, series, numbers, subtitle)
    SELECT id, title, author_text, subject_text, description, series, numbers, subtitle FROM indexed_books
  `,
  'fts-chunks-delete-book': `
    -- An external-content index is told the old values, so this runs before the rows go.
    INSERT INTO fts_chunks (fts_chunks, rowid, text)
    SELECT 'delete', id, text FROM indexed_chunks WHERE book_id = ?
  `,
  'fts-chunks-insert-book': `
    INSERT INTO fts_chunks (rowid, text)
    SELECT id, text FROM indexed_chunks WHERE book_id = ? ORDER BY seq
  `,
  'fts-topics-delete': `
    -- An external-content index is told the old values, so this runs before the row changes.
    INSERT INTO fts_topics (fts_topics, rowid, label, aliases)
    SELECT 'delete', id, label, aliases FROM indexed_topics WHERE id = ?
  `,
  'fts-topics-insert': `
    INSERT INTO fts_topics (rowid, label, aliases)
    SELECT id, label, aliases FROM indexed_topics WHERE id = ?
  `,
  'fts-topics-insert-all': `
    INSERT INTO fts_topics (rowid, label, aliases)
    SELECT id, label, aliases FROM indexed_topics
  `,
  'spelling-labels': `
    SELECT label || ' ' || aliases FROM searchable_topics WHERE id IN
      (SELECT rowid FROM fts_topics WHERE fts_topics MATCH ? LIMIT ?)
  `,
  'spelling-titles': `
    SELECT title || ' ' || author_text || ' ' || series || ' ' || subject_text || ' ' || description FROM books WHERE id IN
      (SELECT rowid FROM fts_books WHERE fts_books MATCH ? LIMIT ?)
  `,
  'spelling-words': `
    -- Each stem of a block with about the number of its passages: a posting takes a byte or two.
    SELECT stem, (sum(length(postings)) + 1) / 2 FROM chunk_words
    WHERE block = ? AND stem > ? GROUP BY stem ORDER BY stem LIMIT ?
  `,
  'spelling-words-of-books': `SELECT term, doc FROM temp.fts_books_words WHERE term > ? ORDER BY term LIMIT ?`,
  'spelling-words-of-topics': `SELECT term, doc FROM temp.fts_topics_words WHERE term > ? ORDER BY term LIMIT ?`,
  'word-blocks': `SELECT DISTINCT id >> 4 FROM books ORDER BY 1`,
} as const;
