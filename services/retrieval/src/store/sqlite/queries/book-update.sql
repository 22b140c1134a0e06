UPDATE books SET
  title = ?, sort_title = ?, authors = ?, author_text = ?, sort_author = ?, language = ?, year = ?, description = ?,
  subjects = ?, subject_text = ?, publisher = ?, identifiers = ?, words = ?, chunks = ?, series = ?, series_index = ?,
  added_at = ?
WHERE id = ?
