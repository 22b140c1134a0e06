/** Books, their covers and phrases; the library as a whole. */
export const BOOKS_QUERIES = {
  'book-contents': `
    SELECT
      sections.idx AS "index", title, kind, depth,
      coalesce(sum(chunks.words), 0) AS words, coalesce(min(chunks.position), 0) AS position
    FROM sections LEFT JOIN chunks ON chunks.book_id = sections.book_id AND chunks.section = sections.idx
    WHERE sections.book_id = ?
    GROUP BY sections.idx ORDER BY sections.idx
  `,
  'book-count': `SELECT count(*) FROM books`,
  'book-cover': `
    -- The narrowest stored size that is as wide as asked for, else the widest: covers holds the widest.
    SELECT data, media_type AS mediaType, hash, width, height FROM (
      SELECT cover_sizes.data, covers.media_type, covers.hash, cover_sizes.width, cover_sizes.height, 0 AS widest
      FROM covers JOIN cover_sizes ON cover_sizes.book_id = covers.book_id
      WHERE covers.book_id = :book AND :width > 0 AND cover_sizes.width >= :width
      UNION ALL
      SELECT data, media_type, hash, width, height, 1 AS widest FROM covers WHERE book_id = :book
    )
    ORDER BY widest, width LIMIT 1
  `,
  'book-delete': `DELETE FROM books WHERE id = ?`,
  'book-delete-chunks': `DELETE FROM chunks WHERE book_id = ?`,
  'book-delete-cover': `DELETE FROM covers WHERE book_id = ?`,
  'book-delete-cover-sizes': `DELETE FROM cover_sizes WHERE book_id = ?`,
  'book-delete-phrases': `DELETE FROM phrases WHERE book_id = ?`,
  'book-delete-sections': `DELETE FROM sections WHERE book_id = ?`,
  'book-delete-themes': `DELETE FROM theme_books WHERE book_id = ?`,
  'book-delete-topics': `DELETE FROM book_topics WHERE book_id = ?`,
  'book-domains': `
    -- Shares of the book's topic occurrences that stand in a theme.
    SELECT domains.id, domains.label, sum(theme_books.occurrences) * 1.0 / sum(sum(theme_books.occurrences)) OVER () AS share
    FROM theme_books
    CROSS JOIN themes ON themes.id = theme_books.theme_id
    CROSS JOIN domains ON domains.id = domain_id
    WHERE book_id = ?
    GROUP BY domains.id
    ORDER BY share DESC, domains.label
  `,
  'book-exists': `SELECT 1 FROM books WHERE id = ?`,
  'book-file': `SELECT file_name FROM sources WHERE book_id = ?`,
  'book-ids': `SELECT id FROM books ORDER BY id`,
  'book-insert': `
    INSERT INTO books (
      title, sort_title, authors, author_text, sort_author, language, year, description,
      subjects, subject_text, publisher, identifiers, words, chunks, series, series_index, subtitle,
      catalogue_link, rating, added_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `,
  'book-name-insert': `
    INSERT INTO book_topics (book_id, topic_id, count) VALUES (?, ?, ?)
    ON CONFLICT (book_id, topic_id) DO UPDATE SET count = count + excluded.count
  `,
  'book-language': `SELECT language FROM books WHERE id = ?`,
  'book-names': `
    SELECT topics.id, label, kind, passages, books
    FROM book_topics
    CROSS JOIN topics ON topics.id = book_topics.topic_id
    CROSS JOIN topic_counts ON topic_counts.topic_id = topics.id
    WHERE book_id = :book AND kind = 'name'
    ORDER BY count DESC, topics.id
    LIMIT :limit
  `,
  'book-page': `
    SELECT description, publisher, chunks AS passages, added_at AS addedAt, catalogue_link AS catalogueLink, rating
    FROM books WHERE id = ?
  `,
  'book-phrase-ids': `SELECT id FROM phrases WHERE book_id = ?`,
  'book-phrases': `SELECT label FROM phrases WHERE book_id = ? ORDER BY rank`,
  'book-sections': `SELECT idx AS "index", title, kind FROM sections WHERE book_id = ? ORDER BY idx`,
  'book-texts': `SELECT id, section, searchable, start, stop, position, text, blocks FROM chunks WHERE book_id = ? ORDER BY seq`,
  'book-theme-ids': `SELECT theme_id FROM theme_books WHERE book_id = ?`,
  'book-theme-shares': `
    SELECT theme_id AS id, occurrences * 1.0 / sum(occurrences) OVER () AS share
    FROM theme_books WHERE book_id = ?
    ORDER BY share DESC, theme_id
  `,
  'book-themes': `
    -- The most telling themes of a book, weighed as its topics are.
    SELECT
      themes.id, themes.label, subtitle, themes.topics, themes.passages, themes.books,
      domain_id AS domainId, domains.label AS domainLabel
    FROM theme_books
    CROSS JOIN themes ON themes.id = theme_books.theme_id
    CROSS JOIN domains ON domains.id = domain_id
    WHERE book_id = :book
    ORDER BY theme_books.occurrences * ln((1.0 + (SELECT count(*) FROM books)) / themes.books) DESC, themes.id
    LIMIT :limit
  `,
  'book-topic-ids': `SELECT topic_id FROM book_topics WHERE book_id = ?`,
  'book-topics': `
    -- The most telling topics of a book: frequent in it, rare in the library (count times inverse book frequency).
    WITH telling (topic_id, passages, books, weight) AS (
      SELECT
        topic_counts.topic_id, topic_counts.passages, topic_counts.books,
        sum(count) * ln((1.0 + (SELECT count(*) FROM books)) / topic_counts.books)
      FROM book_topics
      CROSS JOIN topics AS own ON own.id = book_topics.topic_id
      CROSS JOIN topic_counts ON topic_counts.topic_id = coalesce(own.merged_into, own.id)
      WHERE book_id = :book AND own.kind <> 'name'
      GROUP BY topic_counts.topic_id
      ORDER BY 4 DESC, 1
      LIMIT :limit
    )
    SELECT id, label, kind, passages, books
    FROM telling CROSS JOIN topics ON id = topic_id
    ORDER BY weight DESC, id
  `,
  'book-topics-clear': `
    -- Names are counted by the indexer and stay as they are.
    DELETE FROM book_topics
    WHERE book_id = ? AND (SELECT kind FROM topics WHERE id = book_topics.topic_id) <> 'name'
  `,
  'book-topics-from-chunks': `
    INSERT INTO book_topics (book_id, topic_id, count)
    SELECT :book, topic_id, count(*)
    FROM chunks JOIN chunk_topics ON chunk_id = chunks.id
    WHERE book_id = :book
    GROUP BY topic_id
  `,
  'book-update': `
    UPDATE books SET
      title = ?, sort_title = ?, authors = ?, author_text = ?, sort_author = ?, language = ?, year = ?, description = ?,
      subjects = ?, subject_text = ?, publisher = ?, identifiers = ?, words = ?, chunks = ?, series = ?, series_index = ?,
      subtitle = ?, catalogue_link = ?, rating = ?, added_at = ?
    WHERE id = ?
  `,
  'book-update-metadata': `
    UPDATE books SET
      title = :title, sort_title = :sortTitle, authors = :authors, author_text = :authorText, sort_author = :sortAuthor,
      language = :language, year = :year, description = :description, subjects = :subjects, subject_text = :subjectText,
      publisher = :publisher, identifiers = :identifiers, series = :series, series_index = :seriesIndex,
      subtitle = :subtitle, catalogue_link = :link, rating = :rating
    WHERE id = :id
  `,
  'books-by-id': `
    SELECT
      books.id, title, subtitle, authors, file_name AS fileName, language, year, words, coalesce(covers.hash, '') AS cover, subjects,
      series, series_index AS seriesIndex, coalesce(covers.color, '') AS coverColor,
      coalesce(covers.width, 0) AS coverWidth, coalesce(covers.height, 0) AS coverHeight
    FROM json_each(?) AS wanted
    CROSS JOIN books ON books.id = wanted.value
    LEFT JOIN sources ON sources.book_id = books.id
    LEFT JOIN covers ON covers.book_id = books.id
  `,
  'books-named': `
    -- By hand, so it may read all books.
    SELECT id, title, coalesce(file_name, '') AS fileName FROM books LEFT JOIN sources ON book_id = books.id
    WHERE CAST(id AS TEXT) = :name OR file_name = :name OR title = :name COLLATE NOCASE
    ORDER BY id
  `,
  catalogue: `
    -- Every book as lists and filters see it; few enough to be held in memory.
    SELECT
      id, title, subtitle, sort_title AS sortTitle, sort_author AS sortAuthor, authors, language, year, subjects, series,
      series_index AS seriesIndex, added_at AS addedAt
    FROM books ORDER BY id
  `,
  'cover-insert': `INSERT INTO covers (book_id, hash, media_type, data, width, height, color) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  'cover-size-insert': `INSERT INTO cover_sizes (book_id, width, height, data) VALUES (?, ?, ?, ?)`,
  'meta-delete': `DELETE FROM meta WHERE key = ?`,
  'meta-get': `SELECT value FROM meta WHERE key = ?`,
  'meta-set': `
    INSERT INTO meta (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
  `,
  'phrase-insert': `INSERT INTO phrases (book_id, rank, label, weight) VALUES (?, ?, ?, ?)`,
  'status-counts': `
    SELECT
      (SELECT count(*) FROM books) AS books,
      (SELECT count(*) FROM sections) AS sections,
      (SELECT coalesce(sum(chunks), 0) FROM books) AS passages,
      (SELECT count(*) FROM topics WHERE kind IN ('phrase', 'concept'))
        - (SELECT count(*) FROM topics WHERE merged_into IS NOT NULL) AS topics,
      (SELECT count(*) FROM topics WHERE kind = 'name') AS names,
      (SELECT count(*) FROM phrases) AS phrases,
      (SELECT count(*) FROM themes) AS themes,
      (SELECT count(*) FROM domains) AS domains,
      (SELECT coalesce(sum(words), 0) FROM books) AS words
  `,
} as const;
