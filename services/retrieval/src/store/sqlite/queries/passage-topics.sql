SELECT topic_id FROM chunk_topics WHERE chunk_id = ? ORDER BY score DESC, topic_id
