-- What each theme has in each book, the leading books first.
SELECT theme_id, book_id, occurrences FROM theme_books ORDER BY theme_id, occurrences DESC, book_id
