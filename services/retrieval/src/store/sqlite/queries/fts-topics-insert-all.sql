INSERT INTO fts_topics (rowid, label, aliases)
SELECT id, label, aliases FROM indexed_topics
