SELECT id FROM chunks WHERE book_id = ? AND searchable = 1
