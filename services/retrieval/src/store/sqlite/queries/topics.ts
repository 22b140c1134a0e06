/** Topics. */
export const TOPICS_QUERIES = {
  'name-recount': `
    INSERT OR REPLACE INTO topic_counts (topic_id, passages, books)
    SELECT :id, coalesce(sum(count), 0), count(*) FROM book_topics WHERE topic_id = :id
  `,
  'suggest-names': `
    SELECT label, count(*) AS books FROM topics CROSS JOIN book_topics ON topic_id = topics.id
    WHERE kind = 'name' AND (instr(key, :word) = 1 OR instr(key, ' ' || :word) > 0)
    GROUP BY topics.id HAVING sum(count) >= :mentions
    ORDER BY sum(count) DESC, topics.id LIMIT :limit
  `,
  'suggest-topics': `SELECT rowid FROM fts_topics WHERE fts_topics MATCH ? LIMIT ?`,
  'topic-book-count': `SELECT books FROM topic_counts WHERE topic_id = ?`,
  'topic-books': `
    WITH family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id)
    SELECT book_id AS bookId, sum(count) AS passages
    FROM family CROSS JOIN book_topics ON topic_id = family.id
    GROUP BY book_id
    ORDER BY passages DESC, book_id
    LIMIT :limit
  `,
  'topic-by-key': `
    SELECT id, label, aliases, domain, name_kind AS nameKind, merged_into AS mergedInto
    FROM topics WHERE kind = ? AND key = ?
  `,
  'topic-chunk-ids': `SELECT chunk_id FROM chunk_topics WHERE topic_id = ? ORDER BY chunk_id`,
  'topic-counts-clear': `DELETE FROM topic_counts`,
  'topic-counts-delete': `DELETE FROM topic_counts WHERE topic_id = ?`,
  'topic-delete': `DELETE FROM topics WHERE id = ?`,
  'topic-groupable': `SELECT 1 FROM topics WHERE id = ? AND kind <> 'name'`,
  'topic-highest-id': `SELECT coalesce(max(id), 0) FROM topics`,
  'topic-ids': `SELECT id FROM topics`,
  'topic-insert': `INSERT INTO topics (kind, key, label, aliases, domain, name_kind) VALUES (?, ?, ?, ?, ?, ?)`,
  'topic-passages': `
    WITH
      family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id),
      best (chunk_id, score) AS (
        SELECT chunk_id, max(score) FROM family CROSS JOIN chunk_topics ON topic_id = family.id
        GROUP BY chunk_id ORDER BY 2 DESC, chunk_id LIMIT :limit
      )
    SELECT chunk_id AS id, book_id AS bookId
    FROM best CROSS JOIN chunks ON chunks.id = chunk_id
    ORDER BY score DESC, chunk_id
  `,
  'topic-place': `UPDATE topics SET merged_into = :target, theme_id = :theme, theme_weight = :weight WHERE id = :id`,
  'topic-places': `
    SELECT id, merged_into AS mergedInto, theme_id AS themeId, theme_weight AS weight
    FROM topics WHERE id > ? AND kind <> 'name' ORDER BY id LIMIT ?
  `,
  'topic-recount': `
    -- What a reader sees of topic :id, which is not merged: its own rows and those of the topics merged into it.
    INSERT OR REPLACE INTO topic_counts (topic_id, passages, books)
    WITH family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id)
    SELECT
      :id,
      (SELECT count(DISTINCT chunk_id) FROM chunk_topics WHERE topic_id IN (SELECT id FROM family)),
      (SELECT count(DISTINCT book_id) FROM book_topics WHERE topic_id IN (SELECT id FROM family))
  `,
  'topic-names': `
    -- What a topic is called, and what is merged into it.
    SELECT wanted.value AS id, own.label, own.aliases
    FROM json_each(?) AS wanted
    CROSS JOIN topics AS own ON own.id = wanted.value OR own.merged_into = wanted.value
    ORDER BY own.id
  `,
  'topic-related': `
    -- Topics of the same passages, by how much more often than their frequency lets expect. The constant keeps
    -- topics that stand in one passage of the library from coming first.
    WITH
      family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id),
      mine (chunk_id) AS (
        SELECT chunk_id FROM family CROSS JOIN chunk_topics ON topic_id = family.id
        GROUP BY chunk_id ORDER BY max(score) DESC, chunk_id LIMIT :sample
      )
    SELECT target.id, target.label, target.kind, topic_counts.passages, topic_counts.books
    FROM mine
    CROSS JOIN chunk_topics ON chunk_topics.chunk_id = mine.chunk_id
    CROSS JOIN topics AS own ON own.id = chunk_topics.topic_id
    CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    CROSS JOIN topic_counts ON topic_counts.topic_id = target.id
    WHERE target.id <> :id
    GROUP BY target.id
    ORDER BY count(DISTINCT mine.chunk_id) / sqrt(topic_counts.passages + 5.0) DESC, target.id
    LIMIT :limit
  `,
  'topic-row': `
    -- The topic that a reader sees under this id.
    SELECT target.id, target.label, target.kind, target.aliases, target.theme_id AS themeId
    FROM topics AS own
    JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    WHERE own.id = ?
  `,
  'topic-state': `
    SELECT
      kind, merged_into AS mergedInto, theme_id AS themeId,
      EXISTS (SELECT 1 FROM book_topics WHERE topic_id = topics.id) AS used,
      EXISTS (SELECT 1 FROM topics AS source WHERE source.merged_into = topics.id) AS target
    FROM topics WHERE id = ?
  `,
  'topic-stream': `
    SELECT
      id, label, kind, domain,
      (SELECT count(*) FROM chunk_topics WHERE chunk_topics.topic_id = topics.id) AS passages,
      (SELECT count(*) FROM book_topics WHERE book_topics.topic_id = topics.id) AS books
    FROM topics
    WHERE id > ? AND kind <> 'name'
    ORDER BY id LIMIT ?
  `,
  'topic-update': `UPDATE topics SET label = :label, aliases = :aliases, domain = :domain, name_kind = :nameKind WHERE id = :id`,
  'topic-variants': `SELECT label, aliases FROM topics WHERE merged_into = ? ORDER BY id`,
  'topics-by-id': `
    -- What a reader sees under each id: a merged topic reads as its target.
    SELECT
      wanted.value AS asked, target.id, target.label, target.kind,
      coalesce(passages, 0) AS passages, coalesce(books, 0) AS books
    FROM json_each(?) AS wanted
    CROSS JOIN topics AS own ON own.id = wanted.value
    CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    LEFT JOIN topic_counts ON topic_id = target.id
  `,
  'topics-in-books': `
    -- Those of the topics that stand in one of the books, under their own name or as a variant.
    SELECT DISTINCT wanted.value
    FROM json_each(:ids) AS wanted
    CROSS JOIN topics AS own ON own.id = wanted.value OR own.merged_into = wanted.value
    CROSS JOIN book_topics ON book_topics.topic_id = own.id
    WHERE book_topics.book_id IN (SELECT value FROM json_each(:books))
  `,
} as const;
