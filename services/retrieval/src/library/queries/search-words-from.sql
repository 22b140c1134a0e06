-- Stems with a common beginning, in order.
SELECT postings FROM chunk_words WHERE stem >= ? AND stem < ? LIMIT ?
