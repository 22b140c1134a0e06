WITH
  family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id),
  best (chunk_id, score) AS (
    SELECT chunk_id, max(score) FROM family CROSS JOIN chunk_topics ON topic_id = family.id
    GROUP BY chunk_id ORDER BY 2 DESC, chunk_id LIMIT :limit
  )
SELECT chunk_id AS id, book_id AS bookId
FROM best CROSS JOIN chunks ON chunks.id = chunk_id
ORDER BY score DESC, chunk_id
