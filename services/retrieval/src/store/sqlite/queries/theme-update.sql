UPDATE themes SET subtitle = :subtitle, domain_id = :domain, x = :x, y = :y, z = :z, map_x = :mapX, map_y = :mapY
WHERE id = :id
