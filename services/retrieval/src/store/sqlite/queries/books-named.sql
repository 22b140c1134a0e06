-- By hand, so it may read all books.
SELECT id, title, coalesce(file_name, '') AS fileName FROM books LEFT JOIN sources ON book_id = books.id
WHERE CAST(id AS TEXT) = :name OR file_name = :name OR title = :name COLLATE NOCASE
ORDER BY id
