DELETE FROM themes WHERE id = ?
