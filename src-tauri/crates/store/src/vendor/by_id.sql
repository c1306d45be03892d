SELECT
    id, name, service, tier, tier_reason, owner, stage, notes, created_at,
    (SELECT group_concat(name, char(10) ORDER BY position) FROM vendor_alias WHERE vendor_alias.vendor = vendor.id)
FROM vendor
WHERE id = ?
