-- Full-text indexes of folded words: the program cuts and folds texts (indexed(), isbns()), FTS5 only stems and stores.
-- They are filled when the writer opens the file, block by block, with the posting lists.
DROP TABLE fts_books;
DROP TABLE fts_topics;
DROP TABLE fts_chunks;

CREATE VIEW indexed_books (id, title, author_text, subject_text, description, series, numbers) AS
SELECT
  id, indexed(title), indexed(author_text), indexed(subject_text), indexed(description), indexed(series),
  isbns(identifiers)
FROM books;
CREATE VIEW indexed_topics (id, label, aliases) AS
SELECT id, indexed(label), indexed(aliases) FROM searchable_topics;
CREATE VIEW indexed_chunks (id, book_id, seq, text) AS
SELECT id, book_id, seq, indexed(text) FROM chunks WHERE searchable = 1;

CREATE VIRTUAL TABLE fts_books USING fts5 (
  title, author_text, subject_text, description, series, numbers,
  content = 'indexed_books', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE fts_topics USING fts5 (
  label, aliases,
  content = 'indexed_topics', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE fts_chunks USING fts5 (
  text,
  content = 'indexed_chunks', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
DELETE FROM meta WHERE key = 'words';
