-- Those that are to be done first, then the latest ended ones. By id: the clock may have been set back.
SELECT
  id, kind, state, title, stage, done, total, words, message, updated_at AS updatedAt, file_name AS fileName
FROM jobs
ORDER BY state IN ('done', 'failed'), CASE WHEN state IN ('done', 'failed') THEN -id ELSE id END
LIMIT ?
