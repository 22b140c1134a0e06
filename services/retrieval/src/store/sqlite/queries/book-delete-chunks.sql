DELETE FROM chunks WHERE book_id = ?
