-- Every theme that the filter leaves; without one, domain is 0 and ids is NULL.
SELECT id, label, books, passages FROM themes
WHERE (:domain = 0 OR domain_id = :domain)
  AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
