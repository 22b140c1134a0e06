SELECT
  id, kind, state, title, stage, done, total, words, message, updated_at AS updatedAt, file_name AS fileName,
  worker, owned, leases, lease_until AS leaseUntil
FROM jobs WHERE id = ?
