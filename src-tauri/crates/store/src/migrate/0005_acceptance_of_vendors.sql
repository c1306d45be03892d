-- What the register knows of a vendor, the acceptance policy in its versions, and what is judged by it: checks of audit
-- firms, reviews with their answers, granted deviations and accepted risks, checklists, the end of a relation, imports.
CREATE TABLE vendor_profile (
    vendor TEXT NOT NULL PRIMARY KEY REFERENCES vendor (id),
    profile TEXT NOT NULL CHECK (json_valid(profile))
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    version INTEGER PRIMARY KEY CHECK (version >= 1),
    reason TEXT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES person (id),
    saved_at TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (json_valid(policy))
) STRICT;
CREATE INDEX policy_saved_by ON policy (saved_by);

CREATE TABLE firm_check (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    -- As `domain` folds the name of a firm, so that one check serves all its reports.
    firm TEXT NOT NULL CHECK (length(firm) BETWEEN 1 AND 200),
    checked_on TEXT NOT NULL CHECK (length(checked_on) = 10),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    result TEXT NOT NULL CHECK (json_valid(result))
) STRICT;
CREATE INDEX firm_check_firm ON firm_check (firm, row);
CREATE INDEX firm_check_recorded_by ON firm_check (recorded_by);

CREATE TABLE review (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    -- A finished review is never changed: a correction is a new one, with its reason.
    corrects TEXT REFERENCES review (id),
    reason TEXT,
    started_by TEXT NOT NULL REFERENCES person (id),
    started_at TEXT NOT NULL,
    signed_by TEXT REFERENCES person (id),
    signed_at TEXT,
    second_reader TEXT REFERENCES person (id),
    second_read_at TEXT,
    finished_at TEXT,
    -- What was answered and what it was answered from, as canonical JSON, when the review was finished.
    frozen_sha256 TEXT CHECK (length(frozen_sha256) = 64),
    frozen TEXT CHECK (json_valid(frozen)),
    UNIQUE (vendor, number),
    CHECK ((corrects IS NULL) = (reason IS NULL)),
    CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
    CHECK ((second_reader IS NULL) = (second_read_at IS NULL)),
    CHECK ((finished_at IS NULL) = (frozen IS NULL)),
    CHECK ((finished_at IS NULL) = (frozen_sha256 IS NULL)),
    CHECK (finished_at IS NULL OR signed_by IS NOT NULL),
    CHECK (second_reader IS NULL OR second_reader <> signed_by)
) STRICT;
CREATE INDEX review_corrects ON review (corrects);
CREATE INDEX review_started_by ON review (started_by);
CREATE INDEX review_signed_by ON review (signed_by);
CREATE INDEX review_second_reader ON review (second_reader);

CREATE TABLE review_answer (
    review TEXT NOT NULL REFERENCES review (id),
    question TEXT NOT NULL CHECK (length(question) BETWEEN 2 AND 10),
    answered_by TEXT NOT NULL REFERENCES person (id),
    answered_at TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (json_valid(answer)),
    PRIMARY KEY (review, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_answer_answered_by ON review_answer (answered_by);

CREATE TABLE acceptance (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    -- A deviation lets a rule of the policy be broken, a risk acceptance lets a finding stand.
    kind TEXT NOT NULL CHECK (kind IN ('deviation', 'risk')),
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
    approved_by TEXT NOT NULL REFERENCES person (id),
    approved_on TEXT NOT NULL CHECK (length(approved_on) = 10),
    expires TEXT NOT NULL CHECK (length(expires) = 10),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    ended_on TEXT CHECK (length(ended_on) = 10),
    ended_by TEXT REFERENCES person (id),
    ended_why TEXT,
    terms TEXT NOT NULL CHECK (json_valid(terms)),
    CHECK (expires >= approved_on),
    CHECK ((ended_on IS NULL) = (ended_by IS NULL)),
    CHECK ((ended_on IS NULL) = (ended_why IS NULL))
) STRICT;
CREATE INDEX acceptance_vendor ON acceptance (vendor, expires);
CREATE INDEX acceptance_approved_by ON acceptance (approved_by);
CREATE INDEX acceptance_recorded_by ON acceptance (recorded_by);
CREATE INDEX acceptance_ended_by ON acceptance (ended_by);

CREATE TABLE checklist_item (
    vendor TEXT NOT NULL REFERENCES vendor (id),
    checklist TEXT NOT NULL CHECK (length(checklist) BETWEEN 1 AND 40),
    item TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 60),
    state TEXT NOT NULL CHECK (state IN ('done', 'not_needed')),
    note TEXT,
    -- What proves it.
    proof TEXT REFERENCES document (id),
    ticked_by TEXT NOT NULL REFERENCES person (id),
    ticked_at TEXT NOT NULL,
    PRIMARY KEY (vendor, checklist, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX checklist_item_proof ON checklist_item (proof);
CREATE INDEX checklist_item_ticked_by ON checklist_item (ticked_by);

CREATE TABLE offboarding (
    vendor TEXT NOT NULL PRIMARY KEY REFERENCES vendor (id),
    reason TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES person (id),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    data_plan TEXT NOT NULL,
    started_by TEXT NOT NULL REFERENCES person (id),
    started_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX offboarding_owner ON offboarding (owner);
CREATE INDEX offboarding_started_by ON offboarding (started_by);

-- What an import changed, so that it can be undone as one step.
CREATE TABLE vendor_import (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    imported_by TEXT NOT NULL REFERENCES person (id),
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE INDEX vendor_import_imported_by ON vendor_import (imported_by);

CREATE TRIGGER policy_keeps_rows BEFORE DELETE ON policy BEGIN
    SELECT raise(ABORT, 'versions of the policy are append-only');
END;
CREATE TRIGGER policy_keeps_values BEFORE UPDATE ON policy BEGIN
    SELECT raise(ABORT, 'versions of the policy are append-only');
END;
CREATE TRIGGER firm_check_keeps_rows BEFORE DELETE ON firm_check BEGIN
    SELECT raise(ABORT, 'checks of firms are append-only');
END;
CREATE TRIGGER firm_check_keeps_values BEFORE UPDATE ON firm_check BEGIN
    SELECT raise(ABORT, 'checks of firms are append-only');
END;
CREATE TRIGGER review_keeps_rows BEFORE DELETE ON review BEGIN
    SELECT raise(ABORT, 'a review never goes');
END;
CREATE TRIGGER review_keeps_what_is_finished BEFORE UPDATE ON review WHEN old.finished_at IS NOT NULL BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
END;
CREATE TRIGGER review_answer_keeps_what_is_finished BEFORE UPDATE ON review_answer
WHEN (SELECT finished_at FROM review WHERE id = old.review) IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
END;
CREATE TRIGGER review_answer_stays_when_finished BEFORE DELETE ON review_answer
WHEN (SELECT finished_at FROM review WHERE id = old.review) IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
END;
CREATE TRIGGER review_answer_comes_before_the_end BEFORE INSERT ON review_answer
WHEN (SELECT finished_at FROM review WHERE id = new.review) IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
END;
CREATE TRIGGER acceptance_keeps_rows BEFORE DELETE ON acceptance BEGIN
    SELECT raise(ABORT, 'what was accepted stays in the record');
END;
CREATE TRIGGER acceptance_keeps_terms BEFORE UPDATE OF
    id, vendor, kind, rule, approved_by, approved_on, expires, recorded_by, recorded_at, terms ON acceptance
BEGIN
    SELECT raise(ABORT, 'what was accepted stays in the record');
END;
CREATE TRIGGER vendor_import_keeps_rows BEFORE DELETE ON vendor_import BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
