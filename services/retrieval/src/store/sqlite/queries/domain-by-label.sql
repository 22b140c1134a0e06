SELECT id FROM domains WHERE label = ?
