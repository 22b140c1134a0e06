INSERT INTO jobs (kind, state, title, file_name, worker, owned, leases, lease_until, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
