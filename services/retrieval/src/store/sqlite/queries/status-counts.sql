SELECT
  (SELECT count(*) FROM books) AS books,
  (SELECT count(*) FROM sections) AS sections,
  (SELECT coalesce(sum(chunks), 0) FROM books) AS passages,
  (SELECT count(*) FROM topics WHERE kind IN ('phrase', 'concept'))
    - (SELECT count(*) FROM topics WHERE merged_into IS NOT NULL) AS topics,
  (SELECT count(*) FROM topics WHERE kind = 'name') AS names,
  (SELECT count(*) FROM phrases) AS phrases,
  (SELECT count(*) FROM themes) AS themes,
  (SELECT count(*) FROM domains) AS domains,
  (SELECT coalesce(sum(words), 0) FROM books) AS words
