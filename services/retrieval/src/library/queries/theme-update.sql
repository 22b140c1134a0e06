UPDATE themes SET subtitle = :subtitle, domain_id = :domain, x = :x, y = :y, z = :z WHERE id = :id
