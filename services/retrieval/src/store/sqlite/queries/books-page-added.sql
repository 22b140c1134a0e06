-- Newest first.
SELECT id, added_at AS key FROM books
WHERE (added_at, id) < (:key, :id) ORDER BY added_at DESC, id DESC LIMIT :limit
