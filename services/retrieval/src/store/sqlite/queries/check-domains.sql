SELECT id, label FROM domains
WHERE themes = 0
  OR themes <> (SELECT count(*) FROM themes WHERE domain_id = domains.id)
  OR topics <> (SELECT sum(topics) FROM themes WHERE domain_id = domains.id)
  OR (books, occurrences) <> (
    SELECT count(DISTINCT book_id), sum(theme_books.occurrences)
    FROM themes JOIN theme_books ON theme_id = themes.id WHERE domain_id = domains.id
  )
