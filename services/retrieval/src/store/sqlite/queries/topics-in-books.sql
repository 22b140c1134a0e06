-- Those of the topics that stand in one of the books, under their own name or as a variant.
SELECT DISTINCT wanted.value
FROM json_each(:ids) AS wanted
CROSS JOIN topics AS own ON own.id = wanted.value OR own.merged_into = wanted.value
CROSS JOIN book_topics ON book_topics.topic_id = own.id
WHERE book_topics.book_id IN (SELECT value FROM json_each(:books))
