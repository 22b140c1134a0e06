SELECT c.id, c.book_id FROM json_each(?) AS hit CROSS JOIN chunks AS c ON c.id = hit.value
