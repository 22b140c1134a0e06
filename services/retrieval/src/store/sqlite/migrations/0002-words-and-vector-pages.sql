-- Vectors of topics and chunks in blocks of eight: one block fits in a page of the file, so that a vector can be
-- read by itself. The rows wait in an ordinary table: a temporary one would be held in memory.
CREATE TABLE moved (id INTEGER PRIMARY KEY, embedding BLOB NOT NULL);

INSERT INTO moved SELECT topic_id, embedding FROM vec_topics;
DROP TABLE vec_topics;
CREATE VIRTUAL TABLE vec_topics USING vec0 (topic_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine, chunk_size=8);
INSERT INTO vec_topics (topic_id, embedding) SELECT id, vec_int8(embedding) FROM moved ORDER BY id;
DELETE FROM moved;

INSERT INTO moved SELECT chunk_id, embedding FROM vec_chunks;
DROP TABLE vec_chunks;
CREATE VIRTUAL TABLE vec_chunks USING vec0 (chunk_id INTEGER PRIMARY KEY, embedding INT8[384] distance_metric=cosine, chunk_size=8);
INSERT INTO vec_chunks (chunk_id, embedding) SELECT id, vec_int8(embedding) FROM moved ORDER BY id;
DROP TABLE moved;

-- The words of the text once more, as posting lists per book: FTS5 needs some 3 µs to score one passage that
-- holds a word, a posting list some 10 ns. FTS5 keeps the positions, for quotations.
CREATE TABLE chunk_words (
  stem TEXT NOT NULL,
  book_id INTEGER NOT NULL,       -- no reference: its check would read the whole table
  postings BLOB NOT NULL,         -- words/posting-list.ts
  PRIMARY KEY (stem, book_id)
) STRICT, WITHOUT ROWID;
