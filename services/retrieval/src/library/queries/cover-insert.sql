INSERT INTO covers (book_id, hash, media_type, data) VALUES (?, ?, ?, ?)
