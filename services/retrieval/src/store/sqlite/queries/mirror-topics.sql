-- sqlite-vec's own blocks of vec_topics, see stored-vectors.ts.
SELECT validity, rowids, vectors
FROM vec_topics_chunks AS block CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
