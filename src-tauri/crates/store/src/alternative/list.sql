SELECT id, vendor, version, assessed_by, assessed_on, expires, recorded_at, record
FROM alternative
WHERE {condition}
ORDER BY row DESC
