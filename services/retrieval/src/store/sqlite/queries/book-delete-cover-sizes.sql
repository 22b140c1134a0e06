DELETE FROM cover_sizes WHERE book_id = ?
