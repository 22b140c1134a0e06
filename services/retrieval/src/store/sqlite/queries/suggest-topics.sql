SELECT rowid FROM fts_topics WHERE fts_topics MATCH ? LIMIT ?
