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
