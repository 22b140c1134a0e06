-- Passages of a range of ids that hold a quotation; unranked, since bm25() would look for it twice more.
SELECT rowid FROM fts_chunks WHERE fts_chunks MATCH ? AND rowid >= ? AND rowid <= ?
