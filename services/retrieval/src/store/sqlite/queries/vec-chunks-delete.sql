DELETE FROM vec_chunks WHERE chunk_id = ?
