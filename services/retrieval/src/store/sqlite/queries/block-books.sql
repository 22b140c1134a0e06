SELECT id FROM books WHERE id BETWEEN :block << 4 AND (:block << 4) + 15 ORDER BY id
