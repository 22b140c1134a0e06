INSERT INTO chunks (book_id, seq, section, searchable, start, stop, position, words, text, blocks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
