SELECT doc FROM temp.fts_chunks_words WHERE term = ?
