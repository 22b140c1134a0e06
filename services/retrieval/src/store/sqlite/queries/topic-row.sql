-- The topic that a reader sees under this id.
SELECT target.id, target.label, target.kind, target.aliases, target.theme_id AS themeId
FROM topics AS own
JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
WHERE own.id = ?
