SELECT id, sort_author AS key FROM books
WHERE (sort_author, id) > (:key, :id) ORDER BY sort_author, id LIMIT :limit
