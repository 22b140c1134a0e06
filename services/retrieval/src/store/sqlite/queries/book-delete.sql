DELETE FROM books WHERE id = ?
