INSERT INTO book_topics (book_id, topic_id, count) VALUES (?, ?, ?)
ON CONFLICT (book_id, topic_id) DO UPDATE SET count = count + excluded.count
