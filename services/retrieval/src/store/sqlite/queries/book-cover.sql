-- The narrowest stored size that is as wide as asked for, else the widest: covers holds the widest.
SELECT data, media_type AS mediaType, hash, width, height FROM (
  SELECT cover_sizes.data, covers.media_type, covers.hash, cover_sizes.width, cover_sizes.height, 0 AS widest
  FROM covers JOIN cover_sizes ON cover_sizes.book_id = covers.book_id
  WHERE covers.book_id = :book AND :width > 0 AND cover_sizes.width >= :width
  UNION ALL
  SELECT data, media_type, hash, width, height, 1 AS widest FROM covers WHERE book_id = :book
)
ORDER BY widest, width LIMIT 1
