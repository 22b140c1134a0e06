SELECT p.id, p.label FROM json_each(?) AS hit CROSS JOIN phrases AS p ON p.id = hit.value
