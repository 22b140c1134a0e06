SELECT books FROM topic_counts WHERE topic_id = ?
