WITH wanted AS (
  SELECT target.theme_id, book_id, count(DISTINCT chunk_id), count(*)
  FROM chunks
  JOIN chunk_topics ON chunk_id = chunks.id
  JOIN topics AS own ON own.id = topic_id
  JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
  WHERE target.theme_id IS NOT NULL
  GROUP BY 1, 2
)
SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT theme_id, book_id, passages, occurrences FROM theme_books)
UNION ALL
SELECT * FROM (SELECT theme_id, book_id, passages, occurrences FROM theme_books EXCEPT SELECT * FROM wanted)
