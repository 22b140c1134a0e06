INSERT INTO chunk_topics (chunk_id, topic_id, score) VALUES (?, ?, ?)
ON CONFLICT (chunk_id, topic_id) DO UPDATE SET score = max(score, excluded.score)
