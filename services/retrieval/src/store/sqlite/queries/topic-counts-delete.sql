DELETE FROM topic_counts WHERE topic_id = ?
