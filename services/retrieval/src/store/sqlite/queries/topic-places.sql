SELECT id, merged_into AS mergedInto, theme_id AS themeId, theme_weight AS weight
FROM topics WHERE id > ? AND kind <> 'name' ORDER BY id LIMIT ?
