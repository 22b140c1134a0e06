SELECT v.chunk_id, c.book_id, v.embedding FROM vec_chunks AS v CROSS JOIN chunks AS c ON c.id = v.chunk_id
WHERE v.chunk_id = ?
