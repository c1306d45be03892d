CREATE TABLE tier_assignment (
    row INTEGER PRIMARY KEY,
    vendor TEXT NOT NULL REFERENCES vendor (id),
    tier TEXT NOT NULL CHECK (tier IN ('low', 'medium', 'high', 'critical')),
    computed TEXT CHECK (computed IN ('low', 'medium', 'high', 'critical')),
    reason TEXT NOT NULL,
    overridden INTEGER NOT NULL CHECK (overridden IN (0, 1)),
    assigned_by TEXT NOT NULL REFERENCES person (id),
    assigned_at TEXT NOT NULL,
    answers TEXT NOT NULL CHECK (json_valid(answers))
) STRICT;
CREATE INDEX tier_assignment_vendor ON tier_assignment (vendor, row);
CREATE INDEX tier_assignment_assigned_by ON tier_assignment (assigned_by);
CREATE TRIGGER tier_assignment_keeps_rows BEFORE DELETE ON tier_assignment BEGIN
    SELECT raise(ABORT, 'a class as it was assigned stays in the record');
END;
CREATE TRIGGER tier_assignment_keeps_values BEFORE UPDATE ON tier_assignment BEGIN
    SELECT raise(ABORT, 'a class as it was assigned stays in the record');
END;
