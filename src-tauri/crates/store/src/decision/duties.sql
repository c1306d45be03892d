SELECT decision.vendor, duty.rule, duty.owner, duty.due, done.condition IS NOT NULL
FROM decision_condition AS duty
JOIN decision ON decision.id = duty.decision
LEFT JOIN condition_done AS done ON done.condition = duty.id
WHERE
    duty.rule IS NOT NULL
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, duty.position
