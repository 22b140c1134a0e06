SELECT file_name AS fileName, content_hash AS contentHash, pipeline, book_id AS bookId, refused_code AS refusedCode
FROM sources WHERE file_name = ?
