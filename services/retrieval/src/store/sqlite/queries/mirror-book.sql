SELECT book_id, book_id, embedding FROM vec_books WHERE book_id = ?
