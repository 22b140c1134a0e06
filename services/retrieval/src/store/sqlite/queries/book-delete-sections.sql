DELETE FROM sections WHERE book_id = ?
