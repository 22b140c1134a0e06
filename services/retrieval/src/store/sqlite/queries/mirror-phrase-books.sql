SELECT id, book_id FROM phrases
