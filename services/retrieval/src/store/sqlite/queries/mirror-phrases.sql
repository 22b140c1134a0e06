-- sqlite-vec's own blocks of vec_phrases, see stored-vectors.ts.
SELECT validity, rowids, vectors
FROM vec_phrases_chunks AS block CROSS JOIN vec_phrases_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
