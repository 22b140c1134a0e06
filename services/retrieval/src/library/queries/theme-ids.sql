SELECT id FROM themes
