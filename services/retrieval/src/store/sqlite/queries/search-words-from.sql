-- Stems with a common beginning, in order.
SELECT postings FROM chunk_words WHERE block = ? AND stem >= ? AND stem < ? LIMIT ?
