SELECT count(*) FROM themes
WHERE (:domain = 0 OR domain_id = :domain)
  AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
