SELECT postings FROM chunk_words WHERE block = ? AND stem = ?
