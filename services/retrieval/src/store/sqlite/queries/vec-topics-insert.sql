INSERT INTO vec_topics (topic_id, embedding) VALUES (?, vec_int8(?))
