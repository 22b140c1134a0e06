-- Every chunk stands in a section, and those of a book are numbered without gaps.
SELECT book_id FROM chunks
LEFT JOIN sections USING (book_id)
GROUP BY book_id
HAVING count(DISTINCT seq) <> max(seq) + 1 OR min(seq) <> 0 OR max(section) > max(idx)
