SELECT ct.chunk_id, theme.id, theme.domain_id
FROM json_each(?) AS hit
  CROSS JOIN chunk_topics AS ct ON ct.chunk_id = hit.value
  CROSS JOIN topics AS t ON t.id = ct.topic_id
  LEFT JOIN topics AS target ON target.id = t.merged_into
  CROSS JOIN themes AS theme ON theme.id = coalesce(target.theme_id, t.theme_id)
