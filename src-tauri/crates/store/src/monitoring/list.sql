SELECT id, vendor, kind, happened_on, source, what, told_by_vendor, retier, review_by, proposed_at, finding, evidence, recorded_by,
    recorded_at, closed_by, closed_at, closed_note
FROM monitoring_entry
WHERE ?1 IS NULL OR vendor = ?1
ORDER BY happened_on DESC, recorded_at DESC, id
