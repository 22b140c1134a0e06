SELECT v.phrase_id, p.book_id, v.embedding FROM vec_phrases AS v CROSS JOIN phrases AS p ON p.id = v.phrase_id
WHERE v.phrase_id = ?
