INSERT INTO topics (kind, key, label, aliases, domain, name_kind) VALUES (?, ?, ?, ?, ?, ?)
