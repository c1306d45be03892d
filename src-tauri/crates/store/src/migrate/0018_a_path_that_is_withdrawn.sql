-- A version of the path without a report that was recorded by mistake, or that nobody means to go any more, is withdrawn:
-- the version stays as it was recorded.

CREATE TABLE alternative_withdrawal (
    alternative TEXT PRIMARY KEY REFERENCES alternative (id),
    withdrawn_on TEXT NOT NULL CHECK (length(withdrawn_on) = 10),
    withdrawn_by TEXT NOT NULL REFERENCES person (id),
    withdrawn_at TEXT NOT NULL,
    why TEXT NOT NULL CHECK (length(why) >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX alternative_withdrawal_withdrawn_by ON alternative_withdrawal (withdrawn_by);
CREATE TRIGGER alternative_withdrawal_keeps_rows BEFORE DELETE ON alternative_withdrawal BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER alternative_withdrawal_keeps_values BEFORE UPDATE ON alternative_withdrawal BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
