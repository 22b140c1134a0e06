DELETE FROM phrases WHERE book_id = ?
