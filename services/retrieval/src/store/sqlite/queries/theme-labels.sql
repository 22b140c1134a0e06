SELECT id, label FROM themes
