-- sqlite-vec's own blocks of vec_books, see stored-vectors.ts.
SELECT validity, rowids, vectors
FROM vec_books_chunks AS block CROSS JOIN vec_books_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
