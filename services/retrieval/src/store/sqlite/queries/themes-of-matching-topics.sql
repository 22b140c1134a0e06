SELECT DISTINCT target.theme_id
FROM (SELECT rowid AS id FROM fts_topics WHERE fts_topics MATCH ? LIMIT ?) AS found
CROSS JOIN topics AS own ON own.id = found.id
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
WHERE target.theme_id IS NOT NULL
