UPDATE vendor
SET name = :name, service = :service, tier = :tier, tier_reason = :tier_reason, owner = :owner, stage = :stage,
    notes = :notes
WHERE id = :id
