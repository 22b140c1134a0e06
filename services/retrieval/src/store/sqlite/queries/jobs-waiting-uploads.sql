SELECT DISTINCT file_name FROM jobs WHERE state IN ('queued', 'running') AND file_name <> ''
