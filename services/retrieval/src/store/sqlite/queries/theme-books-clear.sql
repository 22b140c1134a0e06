DELETE FROM theme_books
