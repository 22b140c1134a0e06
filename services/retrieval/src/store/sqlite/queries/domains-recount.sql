UPDATE domains SET (themes, topics, books, occurrences) = (
  SELECT
    (SELECT count(*) FROM themes WHERE domain_id = domains.id),
    (SELECT coalesce(sum(topics), 0) FROM themes WHERE domain_id = domains.id),
    count(DISTINCT book_id),
    coalesce(sum(theme_books.occurrences), 0)
  FROM themes CROSS JOIN theme_books ON theme_id = themes.id
  WHERE domain_id = domains.id
)
