SELECT id, sort_title AS key FROM books
WHERE (sort_title, id) > (:key, :id) ORDER BY sort_title, id LIMIT :limit
