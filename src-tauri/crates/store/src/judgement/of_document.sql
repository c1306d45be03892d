SELECT id, document, fact, verdict, value, reason, judged_by, judged_at
FROM judgement
WHERE document = ?
ORDER BY seq
