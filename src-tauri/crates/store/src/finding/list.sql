SELECT id, number, vendor, title, document, entry, rule, said, remarks, assessment, status, owner, due, answer_due, evidence,
    verified_by, settled_by, repeat_of, recorded_by, recorded_at
FROM finding
WHERE {condition}
ORDER BY number
