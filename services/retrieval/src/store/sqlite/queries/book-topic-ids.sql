SELECT topic_id FROM book_topics WHERE book_id = ?
