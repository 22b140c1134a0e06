SELECT t.id, coalesce(t.merged_into, t.id) FROM json_each(?) AS hit CROSS JOIN topics AS t ON t.id = hit.value
