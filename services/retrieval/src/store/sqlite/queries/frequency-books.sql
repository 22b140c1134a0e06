SELECT doc FROM temp.fts_books_words WHERE term = ?
