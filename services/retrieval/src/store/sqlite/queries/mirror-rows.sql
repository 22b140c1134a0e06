-- From sqlite-vec's own lists of rows: counting through the virtual table would read the vectors.
SELECT (SELECT count(*) FROM vec_chunks_rowids) + (SELECT count(*) FROM vec_topics_rowids)
