-- How much each book speaks of a theme: `share` of its own topic occurrences, and that share against the
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
