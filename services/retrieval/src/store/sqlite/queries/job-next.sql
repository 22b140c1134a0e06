-- Queued jobs, and those that their own worker left behind.
SELECT id FROM jobs
WHERE (state = 'queued' OR (state = 'failed' AND owned = 1 AND worker <> ''))
  AND kind IN (SELECT value FROM json_each(?))
ORDER BY id LIMIT 1
