INSERT INTO vec_chunks (chunk_id, embedding) VALUES (?, vec_int8(?))
