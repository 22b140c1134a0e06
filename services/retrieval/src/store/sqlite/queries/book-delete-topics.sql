DELETE FROM book_topics WHERE book_id = ?
