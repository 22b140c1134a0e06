-- Oldest first; books without a year come last. Few enough to sort.
SELECT id, iif(year = 0, 1e9, year) AS key FROM books
WHERE (iif(year = 0, 1e9, year), id) > (:key, :id) ORDER BY 2, id LIMIT :limit
