SELECT DISTINCT target.theme_id
FROM fts_topics
CROSS JOIN topics AS own ON own.id = fts_topics.rowid
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
WHERE fts_topics MATCH ? AND target.theme_id IS NOT NULL
