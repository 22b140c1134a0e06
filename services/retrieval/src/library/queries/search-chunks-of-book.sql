-- A book's chunks are written in one go: their ids are one range, which FTS5 skips to.
SELECT rowid, -rank FROM fts_chunks
WHERE fts_chunks MATCH ?
  AND rowid >= (SELECT min(id) FROM chunks WHERE book_id = ?)
  AND rowid <= (SELECT max(id) FROM chunks WHERE book_id = ?)
ORDER BY rank LIMIT ?
