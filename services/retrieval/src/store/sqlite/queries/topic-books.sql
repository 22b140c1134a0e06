WITH family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id)
SELECT book_id AS bookId, sum(count) AS passages
FROM family CROSS JOIN book_topics ON topic_id = family.id
GROUP BY book_id
ORDER BY passages DESC, book_id
LIMIT :limit
