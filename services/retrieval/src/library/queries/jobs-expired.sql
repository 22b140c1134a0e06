SELECT id, owned, leases, worker FROM jobs WHERE state = 'running' AND lease_until < ? ORDER BY id
