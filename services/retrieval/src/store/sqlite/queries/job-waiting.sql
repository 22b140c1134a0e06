SELECT id FROM jobs WHERE state = 'queued' AND kind = ? AND title = ? AND file_name = ? ORDER BY id LIMIT 1
