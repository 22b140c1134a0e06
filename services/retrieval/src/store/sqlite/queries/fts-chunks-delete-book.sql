-- An external-content index is told the old values, so this runs before the rows go.
INSERT INTO fts_chunks (fts_chunks, rowid, text)
SELECT 'delete', id, text FROM indexed_chunks WHERE book_id = ?
