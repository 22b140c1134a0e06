-- Every book as lists and filters see it; few enough to be held in memory.
SELECT
  id, title, sort_title AS sortTitle, sort_author AS sortAuthor, authors, language, year, subjects, series,
  series_index AS seriesIndex, added_at AS addedAt
FROM books ORDER BY id
