INSERT INTO themes (label, subtitle, domain_id, topics, passages, books, x, y, z) VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?)
