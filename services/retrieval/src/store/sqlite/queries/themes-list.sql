SELECT id, label, books, passages, domain_id AS domainId FROM themes
