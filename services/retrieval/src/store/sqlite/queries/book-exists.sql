SELECT 1 FROM books WHERE id = ?
