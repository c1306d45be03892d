INSERT INTO tier_assignment (vendor, tier, computed, reason, overridden, assigned_by, assigned_at, answers)
VALUES (:vendor, :tier, :computed, :reason, :overridden, :assigned_by, :assigned_at, :answers)
