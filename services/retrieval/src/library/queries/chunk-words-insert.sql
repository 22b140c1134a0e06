INSERT INTO chunk_words (stem, book_id, postings) VALUES (?, ?, ?)
