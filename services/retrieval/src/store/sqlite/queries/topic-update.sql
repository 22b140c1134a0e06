UPDATE topics SET label = :label, aliases = :aliases, domain = :domain, name_kind = :nameKind WHERE id = :id
