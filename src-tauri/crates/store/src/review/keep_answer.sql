INSERT INTO review_answer (review, question, answered_by, answered_at, answer)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (review, question) DO UPDATE SET
    answered_by = excluded.answered_by, answered_at = excluded.answered_at, answer = excluded.answer
