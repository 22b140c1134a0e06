-- Largest first. A domain's share is its part of all topic occurrences that stand in a theme.
WITH
  total (occurrences) AS (SELECT sum(occurrences) FROM theme_books),
  held (domain_id, books, occurrences) AS (
    SELECT domain_id, count(DISTINCT book_id), sum(occurrences)
    FROM themes CROSS JOIN theme_books ON theme_id = themes.id
    GROUP BY domain_id
  ),
  sizes (domain_id, themes, topics) AS (SELECT domain_id, count(*), sum(topics) FROM themes GROUP BY domain_id)
SELECT
  id, label, sizes.themes, sizes.topics, held.books,
  held.occurrences * 1.0 / (SELECT occurrences FROM total) AS share
FROM domains
JOIN sizes ON sizes.domain_id = id
JOIN held ON held.domain_id = id
ORDER BY share DESC, label
