-- What is noted of a vendor between reviews. It stays in the record; closed, it settles what it proposed.
CREATE TABLE monitoring_entry (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'incident', 'news', 'subprocessor', 'access', 'ai', 'posture', 'sla', 'ownership', 'financial', 'contract')),
    happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
    source TEXT,
    what TEXT NOT NULL CHECK (length(what) > 0),
    told_by_vendor INTEGER CHECK (told_by_vendor IN (0, 1)),
    retier INTEGER NOT NULL CHECK (retier IN (0, 1)),
    review_by TEXT CHECK (length(review_by) = 10),
    proposed_at TEXT NOT NULL,
    finding TEXT REFERENCES finding (id),
    evidence TEXT REFERENCES document (id),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    closed_by TEXT REFERENCES person (id),
    closed_at TEXT,
    closed_note TEXT,
    CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
    CHECK ((closed_note IS NULL) = (closed_at IS NULL))
) STRICT;
CREATE INDEX monitoring_entry_vendor ON monitoring_entry (vendor);
CREATE INDEX monitoring_entry_finding ON monitoring_entry (finding);
CREATE INDEX monitoring_entry_evidence ON monitoring_entry (evidence);
CREATE INDEX monitoring_entry_recorded_by ON monitoring_entry (recorded_by);
CREATE INDEX monitoring_entry_closed_by ON monitoring_entry (closed_by);

CREATE TRIGGER monitoring_entry_keeps_rows BEFORE DELETE ON monitoring_entry BEGIN
    SELECT raise(ABORT, 'what was noted stays in the record');
END;
CREATE TRIGGER monitoring_entry_keeps_origin BEFORE UPDATE OF id, vendor, recorded_by, recorded_at ON monitoring_entry BEGIN
    SELECT raise(ABORT, 'what was noted stays in the record');
END;
