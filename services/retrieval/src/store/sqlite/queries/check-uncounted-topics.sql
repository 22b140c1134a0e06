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
