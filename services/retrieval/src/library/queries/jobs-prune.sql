DELETE FROM jobs WHERE id IN (
  SELECT id FROM jobs WHERE state IN ('done', 'failed') ORDER BY updated_at DESC, id DESC LIMIT -1 OFFSET ?
)
