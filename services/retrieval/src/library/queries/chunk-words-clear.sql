DELETE FROM chunk_words
