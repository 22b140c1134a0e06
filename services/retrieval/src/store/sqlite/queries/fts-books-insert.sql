INSERT INTO fts_books (rowid, title, author_text, subject_text, description)
SELECT id, title, author_text, subject_text, description FROM books WHERE id = ?
