SELECT book_id AS bookId, seq, blocks FROM chunks WHERE id = ?
