-- Occurrences of each domain's topics in each book.
SELECT book_id, domain_id, sum(theme_books.occurrences)
FROM themes CROSS JOIN theme_books ON theme_id = themes.id
GROUP BY book_id, domain_id
