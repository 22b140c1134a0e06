INSERT INTO theme_books (theme_id, book_id, passages, occurrences)
SELECT target.theme_id, :book, count(DISTINCT chunk_id), count(*)
FROM chunks
JOIN chunk_topics ON chunk_id = chunks.id
JOIN topics AS own ON own.id = chunk_topics.topic_id
JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
WHERE book_id = :book AND target.theme_id IS NOT NULL
GROUP BY target.theme_id
