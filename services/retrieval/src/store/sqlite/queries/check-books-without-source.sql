SELECT id, title FROM books WHERE NOT EXISTS (SELECT 1 FROM sources WHERE book_id = books.id)
