INSERT INTO sources (file_name, content_hash, size, modified_ms, pipeline, book_id, refused_code, refused_reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (file_name) DO UPDATE SET
  content_hash = excluded.content_hash, size = excluded.size, modified_ms = excluded.modified_ms,
  pipeline = excluded.pipeline, book_id = excluded.book_id,
  refused_code = excluded.refused_code, refused_reason = excluded.refused_reason
