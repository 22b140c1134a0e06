-- What a reader sees under each id: a merged topic reads as its target.
SELECT
  wanted.value AS asked, target.id, target.label, target.kind,
  coalesce(passages, 0) AS passages, coalesce(books, 0) AS books
FROM json_each(?) AS wanted
CROSS JOIN topics AS own ON own.id = wanted.value
CROSS JOIN topics AS target ON target.id = coalesce(own.merged_into, own.id)
LEFT JOIN topic_counts ON topic_id = target.id
