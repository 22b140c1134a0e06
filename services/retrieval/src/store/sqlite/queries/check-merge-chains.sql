SELECT topics.id FROM topics
JOIN topics AS target ON target.id = topics.merged_into
WHERE target.merged_into IS NOT NULL OR topics.theme_id IS NOT NULL OR topics.kind = 'name'
