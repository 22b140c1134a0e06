DELETE FROM topic_counts
