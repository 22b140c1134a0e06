-- The most telling themes of a book, weighed as its topics are.
SELECT
  themes.id, themes.label, subtitle, themes.topics, themes.passages, themes.books,
  domain_id AS domainId, domains.label AS domainLabel
FROM theme_books
CROSS JOIN themes ON themes.id = theme_books.theme_id
CROSS JOIN domains ON domains.id = domain_id
WHERE book_id = :book
ORDER BY theme_books.occurrences * ln((1.0 + (SELECT count(*) FROM books)) / themes.books) DESC, themes.id
LIMIT :limit
