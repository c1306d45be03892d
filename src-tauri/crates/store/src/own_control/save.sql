INSERT INTO own_control (id, name, purpose, owner, evidence, checked_on)
VALUES (:id, :name, :purpose, :owner, :evidence, :checked_on)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, purpose = excluded.purpose, owner = excluded.owner, evidence = excluded.evidence,
    checked_on = excluded.checked_on
