SELECT id, section, start, position FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY seq
