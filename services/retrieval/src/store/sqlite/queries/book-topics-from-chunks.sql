INSERT INTO book_topics (book_id, topic_id, count)
SELECT :book, topic_id, count(*)
FROM chunks JOIN chunk_topics ON chunk_id = chunks.id
WHERE book_id = :book
GROUP BY topic_id
