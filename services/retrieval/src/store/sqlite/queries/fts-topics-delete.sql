-- An external-content index is told the old values, so this runs before the row changes.
INSERT INTO fts_topics (fts_topics, rowid, label, aliases)
SELECT 'delete', id, label, aliases FROM indexed_topics WHERE id = ?
