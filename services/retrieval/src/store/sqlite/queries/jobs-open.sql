SELECT kind, state, title, stage, done, total FROM jobs WHERE state IN ('queued', 'running') ORDER BY state, id
