-- Files of the latest failed uploads, which may be tried again.
SELECT file_name FROM jobs WHERE state = 'failed' AND file_name <> '' ORDER BY id DESC LIMIT ?
