SELECT label, aliases FROM topics WHERE merged_into = ? ORDER BY id
