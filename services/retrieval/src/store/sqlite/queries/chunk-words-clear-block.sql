DELETE FROM chunk_words WHERE block = ?
