-- topic_counts against a count from scratch, both ways.
WITH
  reads (own, target, kind) AS (SELECT id, coalesce(merged_into, id), kind FROM topics),
  passages (topic_id, n) AS (
    SELECT target, count(DISTINCT chunk_id) FROM reads JOIN chunk_topics ON topic_id = own GROUP BY target
  ),
  books (topic_id, n, occurrences) AS (
    SELECT target, count(DISTINCT book_id), sum(count) FROM reads JOIN book_topics ON topic_id = own GROUP BY target
  ),
  wanted (topic_id, passages, books) AS (
    SELECT id, CASE kind WHEN 'name' THEN books.occurrences ELSE passages.n END, books.n
    FROM topics
    JOIN books ON books.topic_id = id
    LEFT JOIN passages ON passages.topic_id = id
    WHERE merged_into IS NULL
  )
SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT topic_id, passages, books FROM topic_counts)
UNION ALL
SELECT * FROM (SELECT topic_id, passages, books FROM topic_counts EXCEPT SELECT * FROM wanted)
