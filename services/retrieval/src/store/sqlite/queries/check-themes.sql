SELECT id, label FROM themes
WHERE books = 0
  OR topics <> (SELECT count(*) FROM topics WHERE theme_id = themes.id)
  OR books <> (SELECT count(*) FROM theme_books WHERE theme_id = themes.id)
  OR passages <> (SELECT sum(passages) FROM theme_books WHERE theme_id = themes.id)
