INSERT INTO covers (book_id, hash, media_type, data, width, height, color) VALUES (?, ?, ?, ?, ?, ?, ?)
