INSERT INTO judgement (id, document, fact, list, entry, verdict, value, read, citations, reason, judged_by, judged_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
