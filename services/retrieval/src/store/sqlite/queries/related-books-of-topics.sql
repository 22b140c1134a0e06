-- The books of each topic, those of topics merged into it included.
WITH wanted (target, topic) AS (
  SELECT value, value FROM json_each(:topics)
  UNION ALL
  SELECT t.merged_into, t.id FROM json_each(:topics) AS hit CROSS JOIN topics AS t ON t.merged_into = hit.value
)
SELECT target, book_id, count FROM wanted CROSS JOIN book_topics ON topic_id = topic
