UPDATE jobs SET
  state = 'running', worker = :worker, lease_until = :until, updated_at = :now, leases = leases + 1,
  stage = '', done = 0, total = 0, words = 0, message = ''
WHERE id = :id
