SELECT topics.id, label, kind, passages, books
FROM book_topics
CROSS JOIN topics ON topics.id = book_topics.topic_id
CROSS JOIN topic_counts ON topic_counts.topic_id = topics.id
WHERE book_id = :book AND kind = 'name'
ORDER BY count DESC, topics.id
LIMIT :limit
