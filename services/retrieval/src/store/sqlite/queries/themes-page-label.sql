SELECT id FROM themes
WHERE (label, id) > (:label, :id)
  AND (:domain = 0 OR domain_id = :domain)
  AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
ORDER BY label, id LIMIT :limit
