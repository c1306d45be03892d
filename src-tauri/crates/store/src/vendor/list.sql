-- One pass over the vendors with index look-ups for everything else; a vendor's aliases come one to a line.
SELECT
    vendor.id, vendor.name, vendor.service, vendor.tier, vendor.tier_reason, vendor.owner, vendor.stage, vendor.notes,
    vendor.created_at,
    (SELECT group_concat(name, char(10) ORDER BY position) FROM vendor_alias WHERE vendor_alias.vendor = vendor.id),
    owner.name,
    (SELECT count(*) FROM document WHERE document.vendor = vendor.id),
    latest.id, latest.number, latest.outcome, latest.decided_on, latest.next_review
FROM vendor
LEFT JOIN person AS owner ON owner.id = vendor.owner
LEFT JOIN decision AS latest ON latest.number = (SELECT max(number) FROM decision WHERE decision.vendor = vendor.id)
WHERE {condition}
ORDER BY vendor.name COLLATE NOCASE
