SELECT
    id, vendor, rule, approver, expires, recorded_by, recorded_at, terms, answered_by, answered_at, comment, acceptance,
    kind
FROM acceptance_request
LEFT JOIN acceptance_answer ON acceptance_answer.request = acceptance_request.id
WHERE {condition}
ORDER BY row DESC
