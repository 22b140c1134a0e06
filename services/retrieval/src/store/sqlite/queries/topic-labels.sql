SELECT id, label FROM searchable_topics WHERE id > ? ORDER BY id LIMIT ?
