SELECT rowid, -rank FROM fts_chunks WHERE fts_chunks MATCH ? ORDER BY rank LIMIT ?
