-- What a reader sees of topic :id, which is not merged: its own rows and those of the topics merged into it.
INSERT OR REPLACE INTO topic_counts (topic_id, passages, books)
WITH family (id) AS (SELECT :id UNION ALL SELECT id FROM topics WHERE merged_into = :id)
SELECT
  :id,
  (SELECT count(DISTINCT chunk_id) FROM chunk_topics WHERE topic_id IN (SELECT id FROM family)),
  (SELECT count(DISTINCT book_id) FROM book_topics WHERE topic_id IN (SELECT id FROM family))
