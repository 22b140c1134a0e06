SELECT t.id, theme.id, theme.domain_id
FROM json_each(?) AS hit
  CROSS JOIN topics AS t ON t.id = hit.value
  LEFT JOIN topics AS target ON target.id = t.merged_into
  CROSS JOIN themes AS theme ON theme.id = coalesce(target.theme_id, t.theme_id)
