INSERT INTO chunk_words (block, stem, book_id, postings) VALUES (:book >> 4, :stem, :book, :postings)
