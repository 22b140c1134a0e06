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
