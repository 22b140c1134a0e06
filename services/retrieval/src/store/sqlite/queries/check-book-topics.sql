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
