SELECT theme_id AS id, distance FROM vec_themes
WHERE embedding MATCH (SELECT embedding FROM vec_themes WHERE theme_id = :theme) AND k = :k
ORDER BY distance
