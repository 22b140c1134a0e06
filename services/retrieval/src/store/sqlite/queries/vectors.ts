/** The vector tables and what is mirrored of them. */
export const VECTORS_QUERIES = {
  'mirror-book': `SELECT book_id, book_id, embedding FROM vec_books WHERE book_id = ?`,
  'mirror-books': `
    -- sqlite-vec's own blocks of vec_books, see stored-vectors.ts.
    SELECT validity, rowids, vectors
    FROM vec_books_chunks AS block CROSS JOIN vec_books_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
  `,
  'mirror-chunk-books': `SELECT id, book_id FROM chunks`,
  'mirror-chunks': `
    -- sqlite-vec's own blocks of vec_chunks, see stored-vectors.ts.
    SELECT validity, rowids, vectors
    FROM vec_chunks_chunks AS block CROSS JOIN vec_chunks_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
  `,
  'mirror-chunks-by-id': `
    -- sqlite-vec's own rows and blocks of vec_chunks, see stored-vectors.ts: a block is one page of the file.
    SELECT row.rowid, substr(data.vectors, 1 + :dims * row.chunk_offset, :dims)
    FROM json_each(:ids) AS hit
      CROSS JOIN vec_chunks_rowids AS row ON row.rowid = hit.value
      CROSS JOIN vec_chunks_vector_chunks00 AS data ON data._rowid_ = row.chunk_id
  `,
  'mirror-chunks-sample': `
    -- As mirror-chunks, the first blocks only.
    SELECT validity, rowids, vectors
    FROM vec_chunks_chunks AS block CROSS JOIN vec_chunks_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
    LIMIT ?
  `,
  'mirror-owners-of-chunks': `SELECT c.id, c.book_id FROM json_each(?) AS hit CROSS JOIN chunks AS c ON c.id = hit.value`,
  'mirror-owners-of-topics': `SELECT t.id, coalesce(t.merged_into, t.id) FROM json_each(?) AS hit CROSS JOIN topics AS t ON t.id = hit.value`,
  'mirror-phrase': `
    SELECT v.phrase_id, p.book_id, v.embedding FROM vec_phrases AS v CROSS JOIN phrases AS p ON p.id = v.phrase_id
    WHERE v.phrase_id = ?
  `,
  'mirror-phrase-books': `SELECT id, book_id FROM phrases`,
  'mirror-phrases': `
    -- sqlite-vec's own blocks of vec_phrases, see stored-vectors.ts.
    SELECT validity, rowids, vectors
    FROM vec_phrases_chunks AS block CROSS JOIN vec_phrases_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
  `,
  'mirror-rows': `
    -- From sqlite-vec's own lists of rows: counting through the virtual table would read the vectors.
    SELECT (SELECT count(*) FROM vec_chunks_rowids) + (SELECT count(*) FROM vec_topics_rowids)
  `,
  'mirror-topic-targets': `SELECT id, merged_into FROM topics WHERE merged_into IS NOT NULL`,
  'mirror-topics': `
    -- sqlite-vec's own blocks of vec_topics, see stored-vectors.ts.
    SELECT validity, rowids, vectors
    FROM vec_topics_chunks AS block CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
  `,
  'mirror-topics-by-id': `
    -- sqlite-vec's own rows and blocks of vec_topics, see stored-vectors.ts: a block is one page of the file.
    SELECT row.rowid, substr(data.vectors, 1 + :dims * row.chunk_offset, :dims)
    FROM json_each(:ids) AS hit
      CROSS JOIN vec_topics_rowids AS row ON row.rowid = hit.value
      CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = row.chunk_id
  `,
  'mirror-topics-sample': `
    -- As mirror-topics, the first blocks only.
    SELECT validity, rowids, vectors
    FROM vec_topics_chunks AS block CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
    LIMIT ?
  `,
  'vec-books-delete': `DELETE FROM vec_books WHERE book_id = ?`,
  'vec-books-insert': `INSERT INTO vec_books (book_id, embedding) VALUES (?, vec_int8(?))`,
  'vec-chunks-delete': `DELETE FROM vec_chunks WHERE chunk_id = ?`,
  'vec-chunks-insert': `INSERT INTO vec_chunks (chunk_id, embedding) VALUES (?, vec_int8(?))`,
  'vec-phrases-delete': `DELETE FROM vec_phrases WHERE phrase_id = ?`,
  'vec-phrases-insert': `INSERT INTO vec_phrases (phrase_id, embedding) VALUES (?, vec_int8(?))`,
  'vec-themes-delete': `DELETE FROM vec_themes WHERE theme_id = ?`,
  'vec-themes-insert': `INSERT INTO vec_themes (theme_id, embedding) VALUES (?, vec_int8(?))`,
  'vec-topics-delete': `DELETE FROM vec_topics WHERE topic_id = ?`,
  'vec-topics-insert': `INSERT INTO vec_topics (topic_id, embedding) VALUES (?, vec_int8(?))`,
} as const;
