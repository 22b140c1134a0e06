/** Sections and passages. */
export const PASSAGES_QUERIES = {
  'chunk-insert': `
    INSERT INTO chunks (book_id, seq, section, searchable, start, stop, position, words, text, blocks)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `,
  'chunk-topic-insert': `
    INSERT INTO chunk_topics (chunk_id, topic_id, score) VALUES (?, ?, ?)
    ON CONFLICT (chunk_id, topic_id) DO UPDATE SET score = max(score, excluded.score)
  `,
  'journey-passages': `SELECT id, section, start, position FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY seq`,
  'passage-neighbours': `SELECT id, seq FROM chunks WHERE book_id = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
  'passage-place': `SELECT book_id AS bookId, seq, blocks FROM chunks WHERE id = ?`,
  'passage-topics': `SELECT topic_id FROM chunk_topics WHERE chunk_id = ? ORDER BY score DESC, topic_id`,
  'passages-by-id': `
    SELECT
      chunks.id, chunks.book_id AS bookId, section AS sectionIndex, sections.title AS sectionTitle,
      sections.kind AS sectionKind, sections.pages, start, stop, text, position
    FROM json_each(?) AS wanted
    CROSS JOIN chunks ON chunks.id = wanted.value
    CROSS JOIN sections ON sections.book_id = chunks.book_id AND sections.idx = section
  `,
  'section-chunks': `
    SELECT id, section, searchable, start, stop, position, text, blocks FROM chunks
    WHERE book_id = ? AND section = ? ORDER BY seq
  `,
  'section-insert': `INSERT INTO sections (book_id, idx, title, kind, depth, href, pages) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  'section-pages': `SELECT pages FROM sections WHERE book_id = :book AND idx = :index`,
  'section-neighbours': `
    -- The section itself and those beside it.
    SELECT idx AS "index", title, kind FROM sections WHERE book_id = :book AND idx BETWEEN :index - 1 AND :index + 1
    ORDER BY idx
  `,
} as const;
