-- What a book speaks of that other books speak of as well; merged topics under their target.
SELECT coalesce(t.merged_into, t.id) AS topic, sum(bt.count), books
FROM book_topics AS bt
CROSS JOIN topics AS t ON t.id = bt.topic_id
CROSS JOIN topic_counts ON topic_counts.topic_id = coalesce(t.merged_into, t.id)
WHERE bt.book_id = ? AND t.kind <> 'name' AND books > 1
GROUP BY topic
