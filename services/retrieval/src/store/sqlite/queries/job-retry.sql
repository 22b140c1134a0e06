UPDATE jobs SET
  state = 'queued', stage = '', done = 0, total = 0, words = 0, message = '', worker = '', leases = 0, lease_until = 0,
  updated_at = ?
WHERE id = ?
