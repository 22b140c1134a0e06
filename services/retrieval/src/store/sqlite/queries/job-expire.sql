UPDATE jobs SET state = :state, message = :message, worker = :worker, updated_at = :now, lease_until = 0 WHERE id = :id
