-- Passages that speak of one of the themes.
SELECT DISTINCT chunk_id
FROM json_each(?) AS wanted
CROSS JOIN topics AS target ON target.theme_id = wanted.value
CROSS JOIN topics AS own ON own.id = target.id OR own.merged_into = target.id
CROSS JOIN chunk_topics ON chunk_topics.topic_id = own.id
