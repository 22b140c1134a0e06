INSERT INTO cover_sizes (book_id, width, height, data) VALUES (?, ?, ?, ?)
