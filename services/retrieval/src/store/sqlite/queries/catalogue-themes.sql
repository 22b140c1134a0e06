SELECT book_id, theme_id, occurrences FROM theme_books
