-- A deviation is asked for by one person and answered by another, who acts as themselves. It counts once they approve: then it
-- stands among what was accepted, too.

CREATE TABLE acceptance_request (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
    approver TEXT NOT NULL REFERENCES person (id),
    expires TEXT NOT NULL CHECK (length(expires) = 10),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    terms TEXT NOT NULL CHECK (json_valid(terms))
) STRICT;
CREATE INDEX acceptance_request_vendor ON acceptance_request (vendor);
CREATE INDEX acceptance_request_approver ON acceptance_request (approver);
CREATE INDEX acceptance_request_recorded_by ON acceptance_request (recorded_by);
CREATE TABLE acceptance_answer (
    request TEXT PRIMARY KEY REFERENCES acceptance_request (id),
    answered_by TEXT NOT NULL REFERENCES person (id),
    answered_at TEXT NOT NULL,
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    comment TEXT,
    -- What was approved, as it counts.
    acceptance TEXT REFERENCES acceptance (id),
    CHECK (agrees = 1 OR comment IS NOT NULL),
    CHECK ((agrees = 1) = (acceptance IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX acceptance_answer_answered_by ON acceptance_answer (answered_by);
CREATE INDEX acceptance_answer_acceptance ON acceptance_answer (acceptance);
CREATE TRIGGER acceptance_request_keeps_rows BEFORE DELETE ON acceptance_request BEGIN
    SELECT raise(ABORT, 'what was asked for stays in the record');
END;
CREATE TRIGGER acceptance_request_keeps_values BEFORE UPDATE ON acceptance_request BEGIN
    SELECT raise(ABORT, 'what was asked for stays in the record');
END;
CREATE TRIGGER acceptance_answer_keeps_rows BEFORE DELETE ON acceptance_answer BEGIN
    SELECT raise(ABORT, 'what was answered stays in the record');
END;
CREATE TRIGGER acceptance_answer_keeps_values BEFORE UPDATE ON acceptance_answer BEGIN
    SELECT raise(ABORT, 'what was answered stays in the record');
END;
