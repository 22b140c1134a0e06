INSERT INTO domains (label) VALUES (?)
