UPDATE sources SET size = :size, modified_ms = :modified WHERE file_name = :name
