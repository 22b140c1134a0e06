-- Old ended jobs, but not the one that has just ended. By id: the clock may have been set back.
DELETE FROM jobs WHERE id <> :ended AND id IN (
  SELECT id FROM jobs WHERE state IN ('done', 'failed') ORDER BY id DESC LIMIT -1 OFFSET :kept
)
