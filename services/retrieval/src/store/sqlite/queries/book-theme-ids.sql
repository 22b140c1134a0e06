SELECT theme_id FROM theme_books WHERE book_id = ?
