SELECT id AS themeId, label, domain_id AS domainId, books, x, y, z FROM themes ORDER BY id
