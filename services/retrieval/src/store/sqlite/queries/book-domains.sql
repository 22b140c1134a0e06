-- Shares of the book's topic occurrences that stand in a theme.
SELECT domains.id, domains.label, sum(theme_books.occurrences) * 1.0 / sum(sum(theme_books.occurrences)) OVER () AS share
FROM theme_books
CROSS JOIN themes ON themes.id = theme_books.theme_id
CROSS JOIN domains ON domains.id = domain_id
WHERE book_id = ?
GROUP BY domains.id
ORDER BY share DESC, domains.label
