SELECT rowid, -rank FROM fts_topics WHERE fts_topics MATCH ? ORDER BY rank LIMIT ?
