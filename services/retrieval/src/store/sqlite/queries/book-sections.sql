SELECT idx AS "index", title, kind FROM sections WHERE book_id = ? ORDER BY idx
