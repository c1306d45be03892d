INSERT INTO vendor (id, name, service, tier, tier_reason, owner, stage, notes, created_at)
VALUES (:id, :name, :service, :tier, :tier_reason, :owner, :stage, :notes, :created_at)
