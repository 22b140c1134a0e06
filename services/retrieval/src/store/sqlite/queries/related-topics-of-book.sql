-- What a book speaks of, names too; a merged topic has no count of books of its own.
SELECT bt.topic_id, bt.count, coalesce(books, 0)
FROM book_topics AS bt LEFT JOIN topic_counts AS tc ON tc.topic_id = bt.topic_id
WHERE bt.book_id = ?
