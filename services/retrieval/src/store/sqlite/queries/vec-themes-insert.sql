INSERT INTO vec_themes (theme_id, embedding) VALUES (?, vec_int8(?))
