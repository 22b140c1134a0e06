INSERT INTO vec_phrases (phrase_id, embedding) VALUES (?, vec_int8(?))
