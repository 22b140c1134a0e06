SELECT bt.topic_id, bt.book_id, bt.count
FROM json_each(?) AS hit CROSS JOIN book_topics AS bt ON bt.topic_id = hit.value
