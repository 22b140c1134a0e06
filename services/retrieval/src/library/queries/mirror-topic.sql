SELECT v.topic_id, coalesce(t.merged_into, t.id), v.embedding
FROM vec_topics AS v CROSS JOIN topics AS t ON t.id = v.topic_id
WHERE v.topic_id = ?
