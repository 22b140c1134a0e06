UPDATE sources SET pipeline = '' WHERE book_id IS NOT NULL
