SELECT
  chunks.id, chunks.book_id AS bookId, section AS sectionIndex, sections.title AS sectionTitle,
  sections.kind AS sectionKind, start, stop, text, position
FROM json_each(?) AS wanted
CROSS JOIN chunks ON chunks.id = wanted.value
CROSS JOIN sections ON sections.book_id = chunks.book_id AND sections.idx = section
