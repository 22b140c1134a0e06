INSERT INTO sections (book_id, idx, title, kind, depth, href) VALUES (?, ?, ?, ?, ?, ?)
