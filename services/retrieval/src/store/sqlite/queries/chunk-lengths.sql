-- FTS5's own count of the words of each passage, as a varint.
SELECT id, sz FROM fts_chunks_docsize
