DELETE FROM chunk_words WHERE block = :book >> 4 AND stem = :stem AND book_id = :book
