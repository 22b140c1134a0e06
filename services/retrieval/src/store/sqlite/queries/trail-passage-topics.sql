SELECT ct.chunk_id, ct.topic_id
FROM json_each(?) AS wanted CROSS JOIN chunk_topics AS ct ON ct.chunk_id = wanted.value
