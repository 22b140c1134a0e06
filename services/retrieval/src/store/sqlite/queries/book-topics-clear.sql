-- Names are counted by the indexer and stay as they are.
DELETE FROM book_topics
WHERE book_id = ? AND (SELECT kind FROM topics WHERE id = book_topics.topic_id) <> 'name'
