-- What is found about a vendor and followed to its end. The exceptions of a document are keyed by its entries, so that reading
-- it again doubles nothing.
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    source TEXT NOT NULL CHECK (source IN ('exception', 'rule', 'hand')),
    document TEXT REFERENCES document (id),
    entry TEXT CHECK (length(entry) BETWEEN 1 AND 60),
    rule TEXT CHECK (length(rule) BETWEEN 1 AND 60),
    said TEXT NOT NULL CHECK (json_valid(said)),
    remarks TEXT NOT NULL CHECK (json_valid(remarks)),
    assessment TEXT CHECK (json_valid(assessment)),
    -- Follows from the assessment; kept so that the schema can guard what must hold of grave ones.
    severity TEXT CHECK (severity IN ('low', 'medium', 'high', 'critical')),
    status TEXT NOT NULL CHECK (status IN (
        'open', 'with_vendor', 'evidence_received', 'verified', 'closed', 'accepted', 'not_applicable', 'superseded')),
    owner TEXT REFERENCES person (id),
    due TEXT CHECK (length(due) = 10),
    answer_due TEXT CHECK (length(answer_due) = 10),
    evidence TEXT REFERENCES document (id),
    verified_by TEXT REFERENCES person (id),
    settled_by TEXT REFERENCES person (id),
    repeat_of TEXT REFERENCES finding (id),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    UNIQUE (document, entry),
    CHECK ((source = 'exception') = (document IS NOT NULL)),
    CHECK ((document IS NULL) = (entry IS NULL)),
    CHECK ((source = 'rule') = (rule IS NOT NULL)),
    CHECK ((assessment IS NULL) = (severity IS NULL)),
    CHECK (repeat_of <> id),
    CHECK (status <> 'with_vendor' OR answer_due IS NOT NULL),
    CHECK (status NOT IN ('evidence_received', 'verified', 'closed') OR evidence IS NOT NULL),
    CHECK (status NOT IN ('verified', 'closed') OR verified_by IS NOT NULL),
    CHECK (status NOT IN ('closed', 'not_applicable', 'superseded') OR settled_by IS NOT NULL),
    CHECK (status NOT IN ('closed', 'accepted', 'not_applicable') OR severity IS NOT NULL),
    CHECK (status <> 'closed' OR severity NOT IN ('high', 'critical') OR settled_by <> verified_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_vendor ON finding (vendor, number);
CREATE INDEX finding_owner ON finding (owner);
CREATE INDEX finding_evidence ON finding (evidence);
CREATE INDEX finding_verified_by ON finding (verified_by);
CREATE INDEX finding_settled_by ON finding (settled_by);
CREATE INDEX finding_repeat_of ON finding (repeat_of);
CREATE INDEX finding_recorded_by ON finding (recorded_by);
CREATE TRIGGER finding_keeps_rows BEFORE DELETE ON finding BEGIN
    SELECT raise(ABORT, 'what was found stays in the record');
END;
CREATE TRIGGER finding_keeps_origin BEFORE UPDATE OF
    id, number, vendor, source, document, rule, said, recorded_by, recorded_at ON finding
BEGIN
    SELECT raise(ABORT, 'what was found stays in the record');
END;
