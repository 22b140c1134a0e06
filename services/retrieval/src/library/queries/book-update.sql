UPDATE books SET
  title = ?, sort_title = ?, authors = ?, author_text = ?, sort_author = ?, language = ?, year = ?, description = ?,
  subjects = ?, subject_text = ?, publisher = ?, identifiers = ?, words = ?, chunks = ?, added_at = ?
WHERE id = ?
