SELECT DISTINCT theme_id, domain_id
FROM theme_books CROSS JOIN themes ON themes.id = theme_id
WHERE book_id IN (SELECT value FROM json_each(?))
