-- As mirror-topics, the first blocks only.
SELECT validity, rowids, vectors
FROM vec_topics_chunks AS block CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = block.chunk_id
LIMIT ?
