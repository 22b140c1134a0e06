-- Theme occurrences of each passage of a book, in reading order; merged topics as their target.
SELECT chunks.id, target.theme_id, count(*)
FROM chunks
CROSS JOIN chunk_topics ON chunk_topics.chunk_id = chunks.id
CROSS JOIN topics AS own ON own.id = chunk_topics.topic_id
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
WHERE chunks.book_id = ? AND target.theme_id IS NOT NULL
GROUP BY chunks.id, target.theme_id
