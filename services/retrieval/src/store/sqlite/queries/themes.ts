/** Themes and domains. */
export const THEMES_QUERIES = {
  'books-of-themes': `SELECT theme_id, book_id FROM theme_books WHERE theme_id IN (SELECT value FROM json_each(?))`,
  'catalogue-domains': `
    -- Occurrences of each domain's topics in each book.
    SELECT book_id, domain_id, sum(theme_books.occurrences)
    FROM themes CROSS JOIN theme_books ON theme_id = themes.id
    GROUP BY book_id, domain_id
  `,
  'catalogue-themes': `SELECT book_id, theme_id, occurrences FROM theme_books`,
  'chunks-of-themes': `
    -- Passages that speak of one of the themes.
    SELECT DISTINCT chunk_id
    FROM json_each(?) AS wanted
    CROSS JOIN topics AS target ON target.theme_id = wanted.value
    CROSS JOIN topics AS own ON own.id = target.id OR own.merged_into = target.id
    CROSS JOIN chunk_topics ON chunk_topics.topic_id = own.id
  `,
  'domain-books': `
    -- As theme-books, for a domain. Passages are counted once in each theme of the domain.
    WITH
      shares (book_id, domain_id, passages, occurrences) AS (
        SELECT book_id, domain_id, sum(theme_books.passages), sum(theme_books.occurrences)
        FROM themes CROSS JOIN theme_books ON theme_id = themes.id
        GROUP BY book_id, domain_id
      ),
      book (id, whole, most) AS (SELECT book_id, sum(occurrences), max(occurrences) FROM shares GROUP BY book_id),
      usual (share) AS (
        SELECT occurrences * 1.0 / max(1, (SELECT sum(occurrences) FROM domains)) FROM domains WHERE id = :domain
      )
    SELECT
      book_id AS bookId, passages, occurrences * 1.0 / whole AS share,
      occurrences * 1.0 / whole / max(usual.share, 1e-9) AS concentration, occurrences = most AS leading
    FROM shares JOIN book ON book.id = book_id CROSS JOIN usual
    WHERE domain_id = :domain
    ORDER BY occurrences * ln(1 + occurrences * 1.0 / whole / max(usual.share, 1e-9)) DESC, book_id
    LIMIT :limit
  `,
  'domain-by-label': `SELECT id FROM domains WHERE label = ?`,
  'domain-distinct': `
    -- Topics of a domain by how much more often they stand in the books that lead in it than in the library.
    WITH
      near (book_id) AS (SELECT value FROM json_each(:books)),
      inside (total) AS (
        SELECT sum(theme_books.occurrences) FROM near CROSS JOIN theme_books ON theme_books.book_id = near.book_id
      ),
      library (total) AS (SELECT sum(occurrences) FROM domains),
      candidates (id, passages, weight) AS (
        SELECT topics.id, topic_counts.passages, theme_weight
        FROM themes
        CROSS JOIN topics ON theme_id = themes.id
        CROSS JOIN topic_counts ON topic_id = topics.id
        WHERE domain_id = :domain AND topic_counts.books > 1
        ORDER BY topic_counts.passages DESC, topics.id LIMIT 500
      ),
      counted (id, passages, here) AS (
        SELECT candidates.id, candidates.passages, sum(book_topics.count)
        FROM candidates
        CROSS JOIN book_topics ON book_topics.topic_id = candidates.id
        WHERE book_topics.book_id IN (SELECT book_id FROM near)
        GROUP BY candidates.id
      )
    SELECT counted.id, (here * 1.0 / inside.total) / (counted.passages * 1.0 / library.total) AS lift
    FROM counted CROSS JOIN inside CROSS JOIN library
    WHERE lift > 1
    ORDER BY here * ln(lift) DESC, counted.id LIMIT :limit
  `,
  'domain-insert': `INSERT INTO domains (label) VALUES (?)`,
  'domain-themes': `SELECT id FROM themes WHERE domain_id = ? ORDER BY books DESC, passages DESC, id DESC LIMIT ?`,
  'domains-delete-empty': `DELETE FROM domains WHERE NOT EXISTS (SELECT 1 FROM themes WHERE domain_id = domains.id)`,
  'domains-list': `
    -- Largest first. A domain's share is its part of all topic occurrences that stand in a theme.
    SELECT id, label, themes, topics, books, occurrences * 1.0 / sum(occurrences) OVER () AS share
    FROM domains ORDER BY occurrences DESC, label
  `,
  'domains-recount': `
    UPDATE domains SET (themes, topics, books, occurrences) = (
      SELECT
        (SELECT count(*) FROM themes WHERE domain_id = domains.id),
        (SELECT coalesce(sum(topics), 0) FROM themes WHERE domain_id = domains.id),
        count(DISTINCT book_id),
        coalesce(sum(theme_books.occurrences), 0)
      FROM themes CROSS JOIN theme_books ON theme_id = themes.id
      WHERE domain_id = domains.id
    )
  `,
  'journey-themes': `
    -- Theme occurrences of each passage of a book, in reading order; merged topics as their target.
    SELECT chunks.id, target.theme_id, count(*)
    FROM chunks
    CROSS JOIN chunk_topics ON chunk_topics.chunk_id = chunks.id
    CROSS JOIN topics AS own ON own.id = chunk_topics.topic_id
    CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    WHERE chunks.book_id = ? AND target.theme_id IS NOT NULL
    GROUP BY chunks.id, target.theme_id
  `,
  'theme-books': `
    -- How much each book speaks of a theme: \`share\` of its own topic occurrences, and that share against the
    -- theme's in the whole library. A book that says little else comes before a long one that mentions it often.
    WITH
      own AS (SELECT book_id, passages, occurrences FROM theme_books WHERE theme_id = :theme),
      book (id, whole, most) AS (
        SELECT theme_books.book_id, sum(theme_books.occurrences), max(theme_books.occurrences)
        FROM own CROSS JOIN theme_books ON theme_books.book_id = own.book_id
        GROUP BY theme_books.book_id
      ),
      usual (share) AS (
        SELECT (SELECT sum(occurrences) FROM own) * 1.0 / max(1, (SELECT sum(occurrences) FROM domains))
      )
    SELECT
      own.book_id AS bookId, own.passages, own.occurrences * 1.0 / whole AS share,
      own.occurrences * 1.0 / whole / usual.share AS concentration, own.occurrences = most AS leading
    FROM own CROSS JOIN book ON book.id = own.book_id CROSS JOIN usual
    ORDER BY own.occurrences * ln(1 + own.occurrences * 1.0 / whole / usual.share) DESC, own.book_id
    LIMIT :limit
  `,
  'theme-books-clear': `DELETE FROM theme_books`,
  'theme-books-of-book': `
    INSERT INTO theme_books (theme_id, book_id, passages, occurrences)
    SELECT target.theme_id, :book, count(DISTINCT chunk_id), count(*)
    FROM chunks
    JOIN chunk_topics ON chunk_id = chunks.id
    JOIN topics AS own ON own.id = chunk_topics.topic_id
    JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    WHERE book_id = :book AND target.theme_id IS NOT NULL
    GROUP BY target.theme_id
  `,
  'theme-cards': `
    -- What each theme has in each book, the leading books first.
    SELECT theme_id, book_id, occurrences FROM theme_books ORDER BY theme_id, occurrences DESC, book_id
  `,
  'theme-delete': `DELETE FROM themes WHERE id = ?`,
  'theme-evidence': `
    -- Passages that say most of the theme: the scores of its topics there, weighed by their part in the theme.
    WITH
      members (topic_id, weight) AS (
        SELECT id, theme_weight FROM topics WHERE theme_id = :theme
        UNION ALL
        SELECT merged.id, target.theme_weight
        FROM topics AS target CROSS JOIN topics AS merged ON merged.merged_into = target.id
        WHERE target.theme_id = :theme
      ),
      best (chunk_id, evidence) AS (
        SELECT chunk_id, sum(score * weight)
        FROM members CROSS JOIN chunk_topics ON chunk_topics.topic_id = members.topic_id
        GROUP BY chunk_id ORDER BY 2 DESC, chunk_id LIMIT :limit
      )
    SELECT chunk_id AS id, book_id AS bookId
    FROM best CROSS JOIN chunks ON chunks.id = chunk_id
    ORDER BY evidence DESC, chunk_id
  `,
  'theme-ids': `SELECT id FROM themes`,
  'theme-insert': `
    INSERT INTO themes (label, subtitle, domain_id, topics, passages, books, x, y, z, map_x, map_y)
    VALUES (:label, :subtitle, :domain, 0, 0, 0, :x, :y, :z, :mapX, :mapY)
  `,
  'theme-labels': `SELECT id, label FROM themes`,
  'theme-neighbours': `
    SELECT theme_id AS id, distance FROM vec_themes
    WHERE embedding MATCH (SELECT embedding FROM vec_themes WHERE theme_id = :theme) AND k = :k
    ORDER BY distance
  `,
  'theme-recount': `
    UPDATE themes SET
      topics = (SELECT count(*) FROM topics WHERE theme_id = themes.id),
      passages = (SELECT coalesce(sum(passages), 0) FROM theme_books WHERE theme_id = themes.id),
      books = (SELECT count(*) FROM theme_books WHERE theme_id = themes.id)
    WHERE id = ?
    RETURNING books
  `,
  'theme-topics': `
    SELECT topics.id, label, kind, passages, books
    FROM topics CROSS JOIN topic_counts ON topic_id = topics.id
    WHERE theme_id = ? ORDER BY theme_weight DESC, topics.id DESC LIMIT ?
  `,
  'theme-update': `
    UPDATE themes SET subtitle = :subtitle, domain_id = :domain, x = :x, y = :y, z = :z, map_x = :mapX, map_y = :mapY
    WHERE id = :id
  `,
  'themes-by-id': `
    SELECT
      themes.id, themes.label, subtitle, themes.topics, themes.passages, themes.books,
      domain_id AS domainId, domains.label AS domainLabel
    FROM json_each(?) AS wanted
    CROSS JOIN themes ON themes.id = wanted.value
    CROSS JOIN domains ON domains.id = domain_id
  `,
  'themes-list': `SELECT id, label, books, passages, domain_id AS domainId FROM themes`,
  'themes-of-matching-topics': `
    SELECT DISTINCT target.theme_id
    FROM (SELECT rowid AS id FROM fts_topics WHERE fts_topics MATCH ? LIMIT ?) AS found
    CROSS JOIN topics AS own ON own.id = found.id
    CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
    WHERE target.theme_id IS NOT NULL
  `,
  universe: `
    SELECT
      id AS themeId, label, domain_id AS domainId, books, round(x, 4) AS x, round(y, 4) AS y, round(z, 4) AS z,
      round(coalesce(map_x, x), 4) AS mapX, round(coalesce(map_y, y), 4) AS mapY
    FROM themes ORDER BY id
  `,
} as const;
