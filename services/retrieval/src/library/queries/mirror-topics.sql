-- sqlite-vec's own blocks of vec_topics, see stored-vectors.ts.
SELECT validity, rowids, vectors
FROM vec_topics_chunks AS block CROSS JOIN vec_topics_vector_chunks00 AS data ON data.rowid = block.chunk_id
