-- Books whose metadata a catalogue keeps, such as a Calibre library: the version that is stored, a link to the book
-- there, and its rating.
ALTER TABLE sources ADD COLUMN catalogue_version TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN catalogue_link TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN rating REAL NOT NULL DEFAULT 0;
