SELECT data, media_type AS mediaType, hash FROM covers WHERE book_id = ?
