SELECT id FROM themes WHERE domain_id = ? ORDER BY books DESC, passages DESC, id DESC LIMIT ?
