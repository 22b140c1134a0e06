SELECT
  themes.id, themes.label, subtitle, themes.topics, themes.passages, themes.books,
  domain_id AS domainId, domains.label AS domainLabel
FROM json_each(?) AS wanted
CROSS JOIN themes ON themes.id = wanted.value
CROSS JOIN domains ON domains.id = domain_id
