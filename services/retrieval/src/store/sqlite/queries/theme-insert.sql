INSERT INTO themes (label, subtitle, domain_id, topics, passages, books, x, y, z, map_x, map_y)
VALUES (:label, :subtitle, :domain, 0, 0, 0, :x, :y, :z, :mapX, :mapY)
