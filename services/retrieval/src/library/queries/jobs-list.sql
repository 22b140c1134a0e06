-- Those that are to be done first, then the latest ended ones.
SELECT
  id, kind, state, title, stage, done, total, words, message, updated_at AS updatedAt, file_name AS fileName
FROM jobs
ORDER BY state IN ('done', 'failed'), CASE WHEN state IN ('done', 'failed') THEN -updated_at ELSE id END, id DESC
LIMIT ?
