-- An external-content index is told the old values, so this runs before the row changes.
INSERT INTO fts_books (fts_books, rowid, title, author_text, subject_text, description, series, numbers)
SELECT 'delete', id, title, author_text, subject_text, description, series, numbers FROM indexed_books WHERE id = ?
