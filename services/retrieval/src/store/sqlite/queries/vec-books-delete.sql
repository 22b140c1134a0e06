DELETE FROM vec_books WHERE book_id = ?
