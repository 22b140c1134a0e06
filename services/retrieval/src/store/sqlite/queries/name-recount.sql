INSERT OR REPLACE INTO topic_counts (topic_id, passages, books)
SELECT :id, coalesce(sum(count), 0), count(*) FROM book_topics WHERE topic_id = :id
