-- Passages are counted once in each theme of the domain.
SELECT book_id AS bookId, sum(theme_books.passages) AS passages
FROM themes CROSS JOIN theme_books ON theme_id = themes.id
WHERE domain_id = ?
GROUP BY book_id
ORDER BY passages DESC, book_id
LIMIT ?
