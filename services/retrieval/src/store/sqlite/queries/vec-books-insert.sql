INSERT INTO vec_books (book_id, embedding) VALUES (?, vec_int8(?))
