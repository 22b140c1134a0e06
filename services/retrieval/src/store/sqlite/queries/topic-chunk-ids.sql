SELECT chunk_id FROM chunk_topics WHERE topic_id = ? ORDER BY chunk_id
