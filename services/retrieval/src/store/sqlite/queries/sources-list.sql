SELECT
  file_name AS fileName, content_hash AS contentHash, size, modified_ms AS modifiedMs, pipeline,
  coalesce(book_id, 0) AS bookId, coalesce(refused_code, '') AS refusedCode
FROM sources ORDER BY file_name
