INSERT INTO judgement (id, document, fact, verdict, value, reason, judged_by, judged_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
