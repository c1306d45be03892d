INSERT INTO offboarding (vendor, reason, owner, ends_on, data_plan, started_by, started_at)
VALUES (:vendor, :reason, :owner, :ends_on, :data_plan, :started_by, :started_at)
ON CONFLICT (vendor) DO UPDATE
SET reason = excluded.reason, owner = excluded.owner, ends_on = excluded.ends_on, data_plan = excluded.data_plan
