-- The library as the article describes it: float32 vectors in sqlite-vec, three FTS5 indexes, one file.
CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author TEXT, description TEXT, subjects TEXT);
CREATE TABLE chunks (id INTEGER PRIMARY KEY, book_id INTEGER, text TEXT);
CREATE TABLE topics (id INTEGER PRIMARY KEY, label TEXT);
CREATE TABLE book_topics (topic_id INTEGER, book_id INTEGER, count INTEGER, PRIMARY KEY (topic_id, book_id)) WITHOUT ROWID;
CREATE TABLE book_themes (id INTEGER PRIMARY KEY, book_id INTEGER, label TEXT, rank INTEGER);
CREATE INDEX book_themes_by_book ON book_themes (book_id, rank);

CREATE VIRTUAL TABLE books_fts USING fts5 (title, author, description, subjects, content = 'books', content_rowid = 'id', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE topics_fts USING fts5 (label, content = 'topics', content_rowid = 'id', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE chunks_fts USING fts5 (text, content = 'chunks', content_rowid = 'id', tokenize = 'porter unicode61');

CREATE VIRTUAL TABLE topic_vectors USING vec0 (id INTEGER PRIMARY KEY, embedding FLOAT[384] distance_metric=cosine);
CREATE VIRTUAL TABLE chunk_vectors USING vec0 (id INTEGER PRIMARY KEY, embedding FLOAT[384] distance_metric=cosine);
CREATE VIRTUAL TABLE book_theme_vectors USING vec0 (id INTEGER PRIMARY KEY, embedding FLOAT[384] distance_metric=cosine);
CREATE VIRTUAL TABLE book_vectors USING vec0 (id INTEGER PRIMARY KEY, embedding FLOAT[384] distance_metric=cosine);
