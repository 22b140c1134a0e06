SELECT
  kind, merged_into AS mergedInto, theme_id AS themeId,
  EXISTS (SELECT 1 FROM book_topics WHERE topic_id = topics.id) AS used,
  EXISTS (SELECT 1 FROM topics AS source WHERE source.merged_into = topics.id) AS target
FROM topics WHERE id = ?
