SELECT id, book_id FROM chunks
