SELECT
  id, label, kind, domain,
  (SELECT count(*) FROM chunk_topics WHERE chunk_topics.topic_id = topics.id) AS passages,
  (SELECT count(*) FROM book_topics WHERE book_topics.topic_id = topics.id) AS books
FROM topics
WHERE id > ? AND kind <> 'name'
ORDER BY id LIMIT ?
