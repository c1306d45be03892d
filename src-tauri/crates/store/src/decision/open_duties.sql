-- Duties of the latest decisions that nobody has said are done.
SELECT decision.vendor, decision.id, decision.number, duty.id, duty.what, duty.owner, duty.due, duty.before_go_live,
    duty.finding
FROM decision_condition AS duty
JOIN decision ON decision.id = duty.decision
LEFT JOIN condition_done AS done ON done.condition = duty.id
WHERE
    done.condition IS NULL
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, duty.position
