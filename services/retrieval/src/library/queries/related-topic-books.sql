SELECT topic_id, books FROM json_each(?) AS hit CROSS JOIN topic_counts ON topic_id = hit.value
