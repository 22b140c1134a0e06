SELECT id, label, aliases, domain, name_kind AS nameKind, merged_into AS mergedInto
FROM topics WHERE kind = ? AND key = ?
