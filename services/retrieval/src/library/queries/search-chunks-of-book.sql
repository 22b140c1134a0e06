-- A book's chunks are written in one go: their ids are one range, which FTS5 skips to.
SELECT rowid, -rank FROM fts_chunks
WHERE fts_chunks MATCH ?1
  AND rowid BETWEEN (SELECT min(id) FROM chunks WHERE book_id = ?3) AND (SELECT max(id) FROM chunks WHERE book_id = ?3)
ORDER BY rank LIMIT ?2
