SELECT id FROM phrases WHERE book_id = ?
