-- Posting lists of sixteen books lie together: a new book touches the pages of its own block only, not a page for
-- each of its stems all over the table. The lists are made anew from the text (write/book-words.ts).
DROP TABLE chunk_words;
CREATE TABLE chunk_words (
  block INTEGER NOT NULL,         -- book_id >> 4
  stem TEXT NOT NULL,
  book_id INTEGER NOT NULL,       -- no reference: its check would read the whole table
  postings BLOB NOT NULL,         -- words/posting-list.ts
  PRIMARY KEY (block, stem, book_id)
) STRICT, WITHOUT ROWID;
