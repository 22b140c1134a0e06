-- sqlite-vec's own rows and blocks of vec_topics, see stored-vectors.ts: a block is one page of the file.
SELECT row.rowid, substr(data.vectors, 1 + :dims * row.chunk_offset, :dims)
FROM json_each(:ids) AS hit
  CROSS JOIN vec_topics_rowids AS row ON row.rowid = hit.value
  CROSS JOIN vec_topics_vector_chunks00 AS data ON data._rowid_ = row.chunk_id
