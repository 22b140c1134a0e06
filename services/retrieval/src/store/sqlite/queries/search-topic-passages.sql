SELECT ct.topic_id, ct.chunk_id, ct.score
FROM json_each(?) AS hit CROSS JOIN chunk_topics AS ct ON ct.topic_id = hit.value
