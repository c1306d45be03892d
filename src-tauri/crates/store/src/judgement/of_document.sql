SELECT id, document, fact, list, entry, verdict, value, read, citations, reason, judged_by, judged_at
FROM judgement
WHERE document = ?
ORDER BY seq
