-- Covers in several sizes, series, and the map of themes. Older rows stay as they are until they are made anew.
ALTER TABLE books ADD COLUMN series TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN series_index REAL NOT NULL DEFAULT 0;

-- Of the largest size, which stands in covers; 0 and '' for covers that were not measured.
ALTER TABLE covers ADD COLUMN width INTEGER NOT NULL DEFAULT 0;
ALTER TABLE covers ADD COLUMN height INTEGER NOT NULL DEFAULT 0;
ALTER TABLE covers ADD COLUMN color TEXT NOT NULL DEFAULT '';  -- '#rrggbb'
CREATE TABLE cover_sizes (
  book_id INTEGER NOT NULL REFERENCES covers (book_id) ON DELETE CASCADE,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (book_id, width)
) STRICT;

-- NULL until the next grouping: the first two axes of space serve then.
ALTER TABLE themes ADD COLUMN map_x REAL;
ALTER TABLE themes ADD COLUMN map_y REAL;
