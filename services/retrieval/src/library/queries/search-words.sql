SELECT postings FROM chunk_words WHERE stem = ?
