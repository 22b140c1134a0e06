UPDATE topics SET merged_into = :target, theme_id = :theme, theme_weight = :weight WHERE id = :id
