SELECT id, merged_into FROM topics WHERE merged_into IS NOT NULL
