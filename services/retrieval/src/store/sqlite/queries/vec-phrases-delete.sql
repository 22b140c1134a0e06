DELETE FROM vec_phrases WHERE phrase_id = ?
