-- Duties of the latest decisions that settle findings, whether done or not.
SELECT duty.finding, decision.id, decision.number, duty.what, duty.owner, duty.due, done.done_at
FROM decision_condition AS duty
JOIN decision ON decision.id = duty.decision
LEFT JOIN condition_done AS done ON done.condition = duty.id
WHERE
    duty.finding IS NOT NULL
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, duty.position
