-- Topics of the same passages, by how much more often than their frequency lets expect. The constant keeps
-- topics that stand in one passage of the library from coming first.
WITH
  family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id),
  mine (chunk_id) AS (
    SELECT chunk_id FROM family CROSS JOIN chunk_topics ON topic_id = family.id
    GROUP BY chunk_id ORDER BY max(score) DESC, chunk_id LIMIT :sample
  )
SELECT target.id, target.label, target.kind, topic_counts.passages, topic_counts.books
FROM mine
CROSS JOIN chunk_topics ON chunk_topics.chunk_id = mine.chunk_id
CROSS JOIN topics AS own ON own.id = chunk_topics.topic_id
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
CROSS JOIN topic_counts ON topic_counts.topic_id = target.id
WHERE target.id <> :id
GROUP BY target.id
ORDER BY count(DISTINCT mine.chunk_id) / sqrt(topic_counts.passages + 5.0) DESC, target.id
LIMIT :limit
