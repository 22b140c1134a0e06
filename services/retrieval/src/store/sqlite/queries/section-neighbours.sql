-- The section itself and those beside it.
SELECT idx AS "index", title, kind FROM sections WHERE book_id = :book AND idx BETWEEN :index - 1 AND :index + 1
ORDER BY idx
