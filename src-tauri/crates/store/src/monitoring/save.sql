INSERT INTO monitoring_entry (
    id, vendor, kind, happened_on, source, what, told_by_vendor, retier, review_by, proposed_at, finding, evidence, recorded_by,
    recorded_at, closed_by, closed_at, closed_note)
VALUES (
    :id, :vendor, :kind, :happened_on, :source, :what, :told_by_vendor, :retier, :review_by, :proposed_at, :finding, :evidence,
    :recorded_by, :recorded_at, :closed_by, :closed_at, :closed_note)
ON CONFLICT (id) DO UPDATE
SET kind = excluded.kind, happened_on = excluded.happened_on, source = excluded.source, what = excluded.what,
    told_by_vendor = excluded.told_by_vendor, retier = excluded.retier, review_by = excluded.review_by,
    proposed_at = excluded.proposed_at, finding = excluded.finding, evidence = excluded.evidence, closed_by = excluded.closed_by,
    closed_at = excluded.closed_at, closed_note = excluded.closed_note
