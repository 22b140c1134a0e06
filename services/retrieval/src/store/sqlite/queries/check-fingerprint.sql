-- Books have vectors of one model; an empty library has none, and sources name the model they were made with.
SELECT 'books without a fingerprint' AS fault, count(*) AS books FROM books
WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'fingerprint') HAVING count(*) > 0
UNION ALL
SELECT 'a fingerprint without books', 0 WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'fingerprint')
  AND NOT EXISTS (SELECT 1 FROM books)
UNION ALL
SELECT file_name || ' was made with ' || pipeline, book_id
FROM sources JOIN meta ON key = 'fingerprint'
WHERE book_id IS NOT NULL AND refused_code IS NULL AND pipeline LIKE 'parser-%'
  AND substr(pipeline, -length(value) - 1) <> '/' || value
