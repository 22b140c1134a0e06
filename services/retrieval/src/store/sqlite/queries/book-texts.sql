SELECT id, section, searchable, start, stop, text FROM chunks WHERE book_id = ? ORDER BY seq
