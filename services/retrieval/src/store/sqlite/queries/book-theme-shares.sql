SELECT theme_id AS id, occurrences * 1.0 / sum(occurrences) OVER () AS share
FROM theme_books WHERE book_id = ?
ORDER BY share DESC, theme_id
