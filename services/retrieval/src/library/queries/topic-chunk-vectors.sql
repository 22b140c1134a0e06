SELECT embedding FROM chunk_topics CROSS JOIN vec_chunks ON vec_chunks.chunk_id = chunk_topics.chunk_id
WHERE topic_id = ? ORDER BY chunk_topics.chunk_id
