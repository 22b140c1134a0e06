-- Subtitles, a column of their own in the index of books, and the printed pages of sections. Older books get theirs when
-- they are read again.
ALTER TABLE books ADD COLUMN subtitle TEXT NOT NULL DEFAULT '';
ALTER TABLE sections ADD COLUMN pages TEXT NOT NULL DEFAULT '';  -- JSON: [[offset, label], ...], words/printed-pages.ts

DROP TABLE fts_books;
DROP VIEW indexed_books;
CREATE VIEW indexed_books (id, title, author_text, subject_text, description, series, numbers, subtitle) AS
SELECT
  id, indexed(title), indexed(author_text), indexed(subject_text), indexed(description), indexed(series),
  isbns(identifiers), indexed(subtitle)
FROM books;
CREATE VIRTUAL TABLE fts_books USING fts5 (
  title, author_text, subject_text, description, series, numbers, subtitle,
  content = 'indexed_books', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
INSERT INTO fts_books (rowid, title, author_text, subject_text, description, series, numbers, subtitle)
SELECT id, title, author_text, subject_text, description, series, numbers, subtitle FROM indexed_books;
