SELECT count(*) FROM books
