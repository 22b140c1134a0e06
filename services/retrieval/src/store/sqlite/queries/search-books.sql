-- Weights: title, authors, subjects, description. bm25 is negative, the smaller the better.
SELECT rowid, -bm25(fts_books, 8.0, 6.0, 3.0, 1.0, 6.0, 8.0) AS score
FROM fts_books WHERE fts_books MATCH ? ORDER BY score DESC LIMIT ?
