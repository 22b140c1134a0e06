SELECT id, seq FROM chunks WHERE book_id = ? AND seq BETWEEN ? AND ? ORDER BY seq
