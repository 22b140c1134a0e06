SELECT theme_id FROM vec_themes
WHERE embedding MATCH (SELECT embedding FROM vec_themes WHERE theme_id = :theme) AND k = :k
ORDER BY distance, theme_id
