-- Controls of our own that meet what vendors expect of us.
CREATE TABLE own_control (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    purpose TEXT,
    owner TEXT REFERENCES person (id),
    evidence TEXT,
    checked_on TEXT
) STRICT;
CREATE UNIQUE INDEX own_control_name ON own_control (name COLLATE NOCASE);
CREATE INDEX own_control_owner ON own_control (owner);

-- Our side of a complementary user entity control that a document lists.
CREATE TABLE cuec_answer (
    document TEXT NOT NULL REFERENCES document (id),
    -- The name of the entry, as in judgement.entry.
    entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 60),
    -- Its words when it was answered: by them it is found where it is read otherwise later.
    text TEXT NOT NULL CHECK (length(text) > 0),
    applies TEXT CHECK (applies IN ('yes', 'partly', 'no')),
    why TEXT,
    owner TEXT REFERENCES person (id),
    progress TEXT CHECK (progress IN ('not_started', 'planned', 'implemented', 'verified')),
    evidence TEXT,
    proof TEXT REFERENCES document (id),
    due TEXT,
    verified_on TEXT,
    verified_by TEXT REFERENCES person (id),
    note TEXT,
    -- The entry of an earlier report whose answer was confirmed for this one.
    carried_document TEXT REFERENCES document (id),
    carried_entry TEXT,
    answered_by TEXT NOT NULL REFERENCES person (id),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (document, entry),
    CHECK (applies IS NULL OR applies = 'yes' OR why IS NOT NULL),
    CHECK (progress IS NOT 'planned' OR due IS NOT NULL),
    CHECK (progress IS NOT 'verified' OR verified_on IS NOT NULL),
    CHECK ((verified_on IS NULL) = (verified_by IS NULL)),
    CHECK ((carried_document IS NULL) = (carried_entry IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX cuec_answer_owner ON cuec_answer (owner);
CREATE INDEX cuec_answer_proof ON cuec_answer (proof);
CREATE INDEX cuec_answer_verified_by ON cuec_answer (verified_by);
CREATE INDEX cuec_answer_carried ON cuec_answer (carried_document);
CREATE INDEX cuec_answer_answered_by ON cuec_answer (answered_by);

-- Which of our own controls meet it, the main one first.
CREATE TABLE cuec_control (
    document TEXT NOT NULL,
    entry TEXT NOT NULL,
    control TEXT NOT NULL REFERENCES own_control (id),
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (document, entry, control),
    FOREIGN KEY (document, entry) REFERENCES cuec_answer (document, entry) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX cuec_control_entry ON cuec_control (entry);
CREATE INDEX cuec_control_control ON cuec_control (control);
