SELECT label FROM phrases WHERE book_id = ? ORDER BY rank
