SELECT file_name AS fileName, refused_code AS code, coalesce(refused_reason, '') AS reason
FROM sources WHERE refused_code IS NOT NULL ORDER BY file_name LIMIT ?
