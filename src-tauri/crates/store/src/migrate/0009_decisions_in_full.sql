-- A vendor can be withdrawn, a decision says which risk stays, a duty whether it comes before use; who is named signs here, and
-- duties are done. What other tables refer to keeps its name while the tables are rebuilt.
PRAGMA legacy_alter_table = ON;
DROP TRIGGER decision_keeps_rows;
DROP TRIGGER decision_keeps_values;
DROP TRIGGER decision_condition_keeps_rows;
DROP TRIGGER decision_condition_keeps_values;
DROP INDEX decision_vendor;
DROP INDEX decision_recorded_by;
DROP INDEX decision_condition_owner;
ALTER TABLE decision RENAME TO decision_before;
ALTER TABLE decision_condition RENAME TO decision_condition_before;
PRAGMA legacy_alter_table = OFF;

CREATE TABLE decision (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    outcome TEXT NOT NULL CHECK (outcome IN (
        'approved', 'approved_with_conditions', 'more_evidence', 'escalated', 'rejected', 'withdrawn')),
    reason TEXT NOT NULL,
    residual_risk TEXT CHECK (residual_risk IN ('low', 'medium', 'high', 'critical')),
    residual_words TEXT,
    next_review TEXT CHECK (length(next_review) = 10),
    decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    frozen_sha256 TEXT NOT NULL CHECK (length(frozen_sha256) = 64),
    frozen TEXT NOT NULL CHECK (json_valid(frozen)),
    CHECK ((residual_risk IS NULL) = (residual_words IS NULL))
) STRICT;
CREATE INDEX decision_vendor ON decision (vendor, number);
CREATE INDEX decision_recorded_by ON decision (recorded_by);

CREATE TABLE decision_condition (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    decision TEXT NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    what TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES person (id),
    due TEXT NOT NULL CHECK (length(due) = 10),
    before_go_live INTEGER NOT NULL CHECK (before_go_live IN (0, 1)),
    -- The rule of the policy that it answers.
    rule TEXT CHECK (length(rule) BETWEEN 1 AND 60),
    UNIQUE (decision, position)
) STRICT;
CREATE INDEX decision_condition_owner ON decision_condition (owner);

INSERT INTO decision (
    number, id, vendor, outcome, reason, next_review, decided_on, recorded_by, recorded_at, frozen_sha256, frozen)
SELECT
    number, id, vendor, outcome, reason, next_review, decided_on, recorded_by, recorded_at, frozen_sha256, frozen
FROM decision_before
ORDER BY number;
INSERT INTO decision_condition (id, decision, position, what, owner, due, before_go_live)
SELECT id, decision, position, what, owner, due, 0 FROM decision_condition_before;
DROP TABLE decision_condition_before;
DROP TABLE decision_before;

-- A duty is done once; what was decided about it stays as it was.
CREATE TABLE condition_done (
    condition TEXT NOT NULL PRIMARY KEY REFERENCES decision_condition (id),
    note TEXT NOT NULL,
    proof TEXT REFERENCES document (id),
    done_by TEXT NOT NULL REFERENCES person (id),
    done_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX condition_done_proof ON condition_done (proof);
CREATE INDEX condition_done_done_by ON condition_done (done_by);

-- What the people named in a decision say under it, each once.
CREATE TABLE decision_signature (
    row INTEGER PRIMARY KEY,
    decision TEXT NOT NULL REFERENCES decision (id),
    person TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    signs_as TEXT NOT NULL CHECK (length(signs_as) BETWEEN 1 AND 200),
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    comment TEXT,
    signed_at TEXT NOT NULL,
    frozen_sha256 TEXT NOT NULL CHECK (length(frozen_sha256) = 64),
    UNIQUE (decision, person)
) STRICT;
CREATE INDEX decision_signature_person ON decision_signature (person);

CREATE TRIGGER decision_keeps_rows BEFORE DELETE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_keeps_values BEFORE UPDATE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_condition_keeps_rows BEFORE DELETE ON decision_condition BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_condition_keeps_values BEFORE UPDATE ON decision_condition BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER condition_done_keeps_rows BEFORE DELETE ON condition_done BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER condition_done_keeps_values BEFORE UPDATE ON condition_done BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_signature_keeps_rows BEFORE DELETE ON decision_signature BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_signature_keeps_values BEFORE UPDATE ON decision_signature BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
