WITH family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id)
SELECT chunk_id AS id, book_id AS bookId
FROM family
CROSS JOIN chunk_topics ON topic_id = family.id
CROSS JOIN chunks ON chunks.id = chunk_id
GROUP BY chunk_id
ORDER BY max(score) DESC, chunk_id
LIMIT :limit
