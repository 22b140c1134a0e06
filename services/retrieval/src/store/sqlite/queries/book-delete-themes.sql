DELETE FROM theme_books WHERE book_id = ?
