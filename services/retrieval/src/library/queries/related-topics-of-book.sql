-- What a book speaks of, merged topics under their target.
SELECT coalesce(t.merged_into, t.id) AS topic, sum(bt.count)
FROM book_topics AS bt CROSS JOIN topics AS t ON t.id = bt.topic_id
WHERE bt.book_id = ? AND t.kind <> 'name'
GROUP BY topic
