SELECT tier, computed, reason, overridden, assigned_by, assigned_at, answers
FROM tier_assignment
WHERE vendor = ?
ORDER BY row DESC
LIMIT 1
