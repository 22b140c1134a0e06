SELECT 1 FROM topics WHERE id = ? AND kind <> 'name'
