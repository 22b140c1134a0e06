INSERT INTO fts_books (rowid, title, author_text, subject_text, description, series, numbers)
SELECT id, title, author_text, subject_text, description, series, numbers FROM indexed_books WHERE id = ?
