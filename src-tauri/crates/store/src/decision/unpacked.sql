-- Latest decisions that let the vendor be used and have no packet.
SELECT decision.vendor, decision.id, decision.number, decision.decided_on, decision.recorded_by
FROM decision
WHERE
    decision.outcome IN ('approved', 'approved_with_conditions')
    AND NOT EXISTS (SELECT 1 FROM packet WHERE packet.decision = decision.id)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number
