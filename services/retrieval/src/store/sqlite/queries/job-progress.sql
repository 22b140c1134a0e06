UPDATE jobs SET
  state = :state, stage = :stage, done = :done, total = :total, words = :words, message = :message, worker = :worker, lease_until = :until, updated_at = :now
WHERE id = :id
