-- The most telling topics of a book: frequent in it, rare in the library (count times inverse book frequency).
SELECT target.id, target.label, target.kind, topic_counts.passages, topic_counts.books
FROM book_topics
CROSS JOIN topics AS own ON own.id = book_topics.topic_id
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
CROSS JOIN topic_counts ON topic_counts.topic_id = target.id
WHERE book_id = :book AND own.kind <> 'name'
GROUP BY target.id
ORDER BY sum(count) * ln((1.0 + (SELECT count(*) FROM books)) / topic_counts.books) DESC, target.id
LIMIT :limit
