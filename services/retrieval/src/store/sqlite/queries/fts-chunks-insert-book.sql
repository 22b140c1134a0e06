INSERT INTO fts_chunks (rowid, text)
SELECT id, text FROM indexed_chunks WHERE book_id = ? ORDER BY seq
