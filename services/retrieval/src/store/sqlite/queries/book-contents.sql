SELECT
  sections.idx AS "index", title, kind, depth,
  coalesce(sum(chunks.words), 0) AS words, coalesce(min(chunks.position), 0) AS position
FROM sections LEFT JOIN chunks ON chunks.book_id = sections.book_id AND chunks.section = sections.idx
WHERE sections.book_id = ?
GROUP BY sections.idx ORDER BY sections.idx
