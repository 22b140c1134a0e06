-- As mirror-chunks, the first blocks only.
SELECT validity, rowids, vectors
FROM vec_chunks_chunks AS block CROSS JOIN vec_chunks_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
LIMIT ?
