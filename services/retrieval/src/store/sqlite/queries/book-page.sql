SELECT description, publisher, chunks AS passages, added_at AS addedAt FROM books WHERE id = ?
