SELECT id, label FROM themes ORDER BY id
