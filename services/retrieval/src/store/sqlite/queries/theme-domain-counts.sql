SELECT domains.id, domains.label, count(*) AS count
FROM themes CROSS JOIN domains ON domains.id = domain_id
WHERE :ids IS NULL OR themes.id IN (SELECT value FROM json_each(:ids))
GROUP BY domains.id ORDER BY count DESC, domains.label
