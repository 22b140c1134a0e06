-- Passages that say most of the theme: the scores of its topics there, weighed by their part in the theme.
WITH
  members (topic_id, weight) AS (
    SELECT id, theme_weight FROM topics WHERE theme_id = :theme
    UNION ALL
    SELECT merged.id, target.theme_weight
    FROM topics AS target CROSS JOIN topics AS merged ON merged.merged_into = target.id
    WHERE target.theme_id = :theme
  ),
  best (chunk_id, evidence) AS (
    SELECT chunk_id, sum(score * weight)
    FROM members CROSS JOIN chunk_topics ON chunk_topics.topic_id = members.topic_id
    GROUP BY chunk_id ORDER BY 2 DESC, chunk_id LIMIT :limit
  )
SELECT chunk_id AS id, book_id AS bookId
FROM best CROSS JOIN chunks ON chunks.id = chunk_id
ORDER BY evidence DESC, chunk_id
