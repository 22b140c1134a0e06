SELECT file_name FROM sources
WHERE content_hash = :hash AND file_name <> :name AND book_id IS NOT NULL AND refused_code IS NULL
ORDER BY file_name LIMIT 1
