SELECT book_id AS bookId, passages FROM theme_books
WHERE theme_id = ? ORDER BY passages DESC, occurrences DESC, book_id LIMIT ?
