SELECT stem FROM chunk_words WHERE block = :book >> 4 AND book_id = :book
