SELECT
  id AS themeId, label, domain_id AS domainId, books, round(x, 4) AS x, round(y, 4) AS y, round(z, 4) AS z,
  round(coalesce(map_x, x), 4) AS mapX, round(coalesce(map_y, y), 4) AS mapY
FROM themes ORDER BY id
