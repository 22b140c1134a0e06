SELECT postings FROM chunk_words WHERE block = :book >> 4 AND stem >= :from AND stem < :to AND book_id = :book LIMIT :limit
