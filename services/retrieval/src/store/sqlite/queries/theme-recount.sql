UPDATE themes SET
  topics = (SELECT count(*) FROM topics WHERE theme_id = themes.id),
  passages = (SELECT coalesce(sum(passages), 0) FROM theme_books WHERE theme_id = themes.id),
  books = (SELECT count(*) FROM theme_books WHERE theme_id = themes.id)
WHERE id = ?
RETURNING books
