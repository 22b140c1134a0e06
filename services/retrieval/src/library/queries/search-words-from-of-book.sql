SELECT postings FROM chunk_words WHERE stem >= ? AND stem < ? AND book_id = ? LIMIT ?
