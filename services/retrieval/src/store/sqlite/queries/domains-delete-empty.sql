DELETE FROM domains WHERE NOT EXISTS (SELECT 1 FROM themes WHERE domain_id = domains.id)
