SELECT topics.id, label, kind, passages, books
FROM topics CROSS JOIN topic_counts ON topic_id = topics.id
WHERE theme_id = ? ORDER BY theme_weight DESC, topics.id DESC LIMIT ?
