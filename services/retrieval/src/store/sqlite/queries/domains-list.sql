-- Largest first. A domain's share is its part of all topic occurrences that stand in a theme.
SELECT id, label, themes, topics, books, occurrences * 1.0 / sum(occurrences) OVER () AS share
FROM domains ORDER BY occurrences DESC, label
