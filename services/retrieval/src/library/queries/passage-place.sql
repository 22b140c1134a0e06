SELECT book_id AS bookId, seq, blocks, start FROM chunks WHERE id = ?
