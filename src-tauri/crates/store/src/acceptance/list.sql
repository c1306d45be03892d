SELECT
    id, vendor, kind, rule, approved_by, approved_on, expires, recorded_by, recorded_at, ended_on, ended_by, ended_why,
    terms
FROM acceptance
WHERE {condition}
ORDER BY row DESC
