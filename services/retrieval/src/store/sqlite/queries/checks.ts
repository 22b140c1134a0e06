/** What the check of a whole file compares. */
export const CHECKS_QUERIES = {
  'check-book-topics': `
    -- Counts of phrases and concepts against the chunks that carry them, both ways.
    WITH
      wanted AS (
        SELECT book_id, topic_id, count(*) AS count FROM chunk_topics JOIN chunks ON id = chunk_id GROUP BY 1, 2
      ),
      stored AS (
        SELECT book_id, topic_id, count FROM book_topics JOIN topics ON id = topic_id WHERE kind <> 'name'
      )
    SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT * FROM stored)
    UNION ALL
    SELECT * FROM (SELECT * FROM stored EXCEPT SELECT * FROM wanted)
  `,
  'check-books-without-source': `SELECT id, title FROM books WHERE NOT EXISTS (SELECT 1 FROM sources WHERE book_id = books.id)`,
  'check-chunk-order': `
    -- Every chunk stands in a section, and those of a book are numbered without gaps.
    SELECT book_id FROM chunks
    LEFT JOIN sections USING (book_id)
    GROUP BY book_id
    HAVING count(DISTINCT seq) <> max(seq) + 1 OR min(seq) <> 0 OR max(section) > max(idx)
  `,
  'check-domains': `
    SELECT id, label FROM domains
    WHERE themes = 0
      OR themes <> (SELECT count(*) FROM themes WHERE domain_id = domains.id)
      OR topics <> (SELECT sum(topics) FROM themes WHERE domain_id = domains.id)
      OR (books, occurrences) <> (
        SELECT count(DISTINCT book_id), sum(theme_books.occurrences)
        FROM themes JOIN theme_books ON theme_id = themes.id WHERE domain_id = domains.id
      )
  `,
  'check-fingerprint': `
    -- Books have vectors of one model; an empty library has none, and sources name the model they were made with.
    SELECT 'books without a fingerprint' AS fault, count(*) AS books FROM books
    WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'fingerprint') HAVING count(*) > 0
    UNION ALL
    SELECT 'a fingerprint without books', 0 WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'fingerprint')
      AND NOT EXISTS (SELECT 1 FROM books)
    UNION ALL
    SELECT file_name || ' was made with ' || pipeline, book_id
    FROM sources JOIN meta ON key = 'fingerprint'
    WHERE book_id IS NOT NULL AND refused_code IS NULL AND pipeline LIKE 'parser-%'
      AND substr(pipeline, -length(value) - 1) <> '/' || value
  `,
  'check-merge-chains': `
    SELECT topics.id FROM topics
    JOIN topics AS target ON target.id = topics.merged_into
    WHERE target.merged_into IS NOT NULL OR topics.theme_id IS NOT NULL OR topics.kind = 'name'
  `,
  'check-stems-of-book': `SELECT stem FROM chunk_words WHERE block = :book >> 4 AND book_id = :book`,
  'check-theme-books': `
    WITH wanted AS (
      SELECT target.theme_id, book_id, count(DISTINCT chunk_id), count(*)
      FROM chunks
      JOIN chunk_topics ON chunk_id = chunks.id
      JOIN topics AS own ON own.id = topic_id
      JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
      WHERE target.theme_id IS NOT NULL
      GROUP BY 1, 2
    )
    SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT theme_id, book_id, passages, occurrences FROM theme_books)
    UNION ALL
    SELECT * FROM (SELECT theme_id, book_id, passages, occurrences FROM theme_books EXCEPT SELECT * FROM wanted)
  `,
  'check-themes': `
    SELECT id, label FROM themes
    WHERE books = 0
      OR topics <> (SELECT count(*) FROM topics WHERE theme_id = themes.id)
      OR books <> (SELECT count(*) FROM theme_books WHERE theme_id = themes.id)
      OR passages <> (SELECT sum(passages) FROM theme_books WHERE theme_id = themes.id)
  `,
  'check-uncounted-topics': `
    -- topic_counts against a count from scratch, both ways. Two counts side by side, then one row a topic: a join
    -- of the two would compare every topic with every other.
    WITH
      counted (topic_id, passages, books, occurrences) AS (
        SELECT coalesce(merged_into, id), count(DISTINCT chunk_id), NULL, NULL
        FROM chunk_topics CROSS JOIN topics ON id = topic_id GROUP BY 1
        UNION ALL
        SELECT coalesce(merged_into, id), NULL, count(DISTINCT book_id), sum(count)
        FROM book_topics CROSS JOIN topics ON id = topic_id GROUP BY 1
      ),
      wanted (topic_id, passages, books) AS MATERIALIZED (
        SELECT id, CASE kind WHEN 'name' THEN max(occurrences) ELSE max(passages) END, max(counted.books)
        FROM counted CROSS JOIN topics ON id = topic_id
        WHERE merged_into IS NULL
        GROUP BY id HAVING max(counted.books) IS NOT NULL
      )
    SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT topic_id, passages, books FROM topic_counts)
    UNION ALL
    SELECT * FROM (SELECT topic_id, passages, books FROM topic_counts EXCEPT SELECT * FROM wanted)
  `,
  'check-unused-topics': `
    SELECT id, label FROM topics
    WHERE NOT EXISTS (SELECT 1 FROM book_topics WHERE topic_id = topics.id)
      AND NOT EXISTS (SELECT 1 FROM topics AS source WHERE source.merged_into = topics.id)
  `,
} as const;
