DELETE FROM covers WHERE book_id = ?
