DELETE FROM vec_themes WHERE theme_id = ?
