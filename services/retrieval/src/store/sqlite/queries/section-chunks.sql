SELECT id, section, searchable, start, stop, position, text, blocks FROM chunks
WHERE book_id = ? AND section = ? ORDER BY seq
