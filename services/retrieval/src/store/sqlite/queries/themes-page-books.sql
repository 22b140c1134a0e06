-- Widest first. Without a filter, domain is 0 and ids is NULL.
SELECT id FROM themes
WHERE (books, passages, id) < (:books, :passages, :id)
  AND (:domain = 0 OR domain_id = :domain)
  AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
ORDER BY books DESC, passages DESC, id DESC LIMIT :limit
