DELETE FROM vec_topics WHERE topic_id = ?
