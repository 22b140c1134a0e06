SELECT id, section, searchable, start, stop, position, text, blocks FROM chunks WHERE book_id = ? ORDER BY seq
