DELETE FROM topics WHERE id = ?
