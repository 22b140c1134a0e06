SELECT id FROM topics
