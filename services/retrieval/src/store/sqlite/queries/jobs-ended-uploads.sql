SELECT DISTINCT file_name FROM jobs WHERE state IN ('done', 'failed') AND file_name <> ''
