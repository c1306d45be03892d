SELECT
    alternative.id, vendor, version, assessed_by, assessed_on, expires, recorded_at, record,
    withdrawn_on, withdrawn_by, withdrawn_at, why
FROM alternative
LEFT JOIN alternative_withdrawal ON alternative_withdrawal.alternative = alternative.id
WHERE {condition}
ORDER BY alternative.row DESC
