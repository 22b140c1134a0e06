INSERT INTO phrases (book_id, rank, label, weight) VALUES (?, ?, ?, ?)
