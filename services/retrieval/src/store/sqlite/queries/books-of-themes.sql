SELECT theme_id, book_id FROM theme_books WHERE theme_id IN (SELECT value FROM json_each(?))
