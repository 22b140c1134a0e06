SELECT postings FROM chunk_words WHERE stem = ? AND book_id = ?
