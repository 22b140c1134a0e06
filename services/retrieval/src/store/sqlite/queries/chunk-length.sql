SELECT sz FROM fts_chunks_docsize WHERE id = ?
