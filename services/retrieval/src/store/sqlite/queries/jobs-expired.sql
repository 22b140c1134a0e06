-- Between now and the end of a lease that begins now lie all leases that hold; one beyond was made before the clock went back.
SELECT id, owned, leases, worker FROM jobs WHERE state = 'running' AND lease_until NOT BETWEEN ? AND ? ORDER BY id
