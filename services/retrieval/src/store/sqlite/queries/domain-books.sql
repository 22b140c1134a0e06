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
