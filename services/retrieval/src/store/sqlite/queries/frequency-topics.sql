SELECT doc FROM temp.fts_topics_words WHERE term = ?
