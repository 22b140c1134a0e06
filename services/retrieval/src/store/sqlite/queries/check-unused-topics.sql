SELECT id, label FROM topics
WHERE NOT EXISTS (SELECT 1 FROM book_topics WHERE topic_id = topics.id)
  AND NOT EXISTS (SELECT 1 FROM topics AS source WHERE source.merged_into = topics.id)
