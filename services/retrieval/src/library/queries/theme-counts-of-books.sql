-- The themes of a set of books, by how many of them speak of it.
SELECT theme_books.theme_id AS id, themes.label, count(*) AS count
FROM json_each(:books) AS wanted
CROSS JOIN theme_books ON theme_books.book_id = wanted.value
CROSS JOIN themes ON themes.id = theme_books.theme_id
GROUP BY theme_books.theme_id
ORDER BY count DESC, sum(theme_books.occurrences) DESC, id
LIMIT :limit
