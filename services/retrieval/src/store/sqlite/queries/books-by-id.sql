SELECT
  books.id, title, authors, file_name AS fileName, language, year, words, coalesce(covers.hash, '') AS cover, subjects,
  series, series_index AS seriesIndex, coalesce(covers.color, '') AS coverColor,
  coalesce(covers.width, 0) AS coverWidth, coalesce(covers.height, 0) AS coverHeight
FROM json_each(?) AS wanted
CROSS JOIN books ON books.id = wanted.value
LEFT JOIN sources ON sources.book_id = books.id
LEFT JOIN covers ON covers.book_id = books.id
