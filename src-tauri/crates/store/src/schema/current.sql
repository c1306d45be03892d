-- The schema of a workspace file, as a new workspace gets it.
--
-- Conventions: ids are UUIDs as text; times are UTC, RFC 3339 with nanoseconds, so that text order is time order;
-- days are YYYY-MM-DD; hashes are 64 lower-case hexadecimal digits. A table that full-text search indexes, or whose
-- rows have an order of their own, has an INTEGER PRIMARY KEY: a bare rowid may change when the file is copied.
-- What must never change is guarded by triggers at the end.

CREATE TABLE workspace (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id TEXT NOT NULL CHECK (length(id) = 36),
    organisation TEXT NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
    created_at TEXT NOT NULL,
    -- Length and head of the audit chain: without them, entries cut off at the end would not be missed.
    audit_count INTEGER NOT NULL CHECK (audit_count >= 0),
    audit_head TEXT NOT NULL CHECK (length(audit_head) = 64)
) STRICT;

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- What is typed and not yet recorded. Not audited: it states nothing.
CREATE TABLE draft (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT CHECK (length(title) BETWEEN 1 AND 200),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE person_role (
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN (
        'reviewer', 'second_reader', 'business_owner', 'security_owner', 'privacy_legal', 'procurement', 'executive',
        'administrator')),
    PRIMARY KEY (person, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE vendor (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    service TEXT CHECK (length(service) BETWEEN 1 AND 200),
    tier TEXT CHECK (tier IN ('low', 'medium', 'high', 'critical')),
    tier_reason TEXT,
    owner TEXT REFERENCES person (id),
    stage TEXT NOT NULL CHECK (stage IN (
        'draft', 'intake', 'tiered', 'evidence_requested', 'in_review', 'decision_pending', 'approved',
        'approved_with_conditions', 'more_evidence', 'escalated', 'rejected', 'withdrawn', 'onboarding', 'active',
        'review_due', 'at_risk', 'offboarding', 'closed')),
    notes TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX vendor_name ON vendor (name COLLATE NOCASE);
CREATE INDEX vendor_owner ON vendor (owner);

CREATE TABLE vendor_alias (
    row INTEGER PRIMARY KEY,
    vendor TEXT NOT NULL REFERENCES vendor (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    UNIQUE (vendor, position)
) STRICT;
CREATE INDEX vendor_alias_name ON vendor_alias (name COLLATE NOCASE);

-- Bytes under the name of their hash, in pieces, so that nothing ever has to hold a whole document in memory.
CREATE TABLE blob (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    length INTEGER NOT NULL CHECK (length >= 0)
) STRICT;

CREATE TABLE blob_piece (
    row INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes BLOB NOT NULL,
    UNIQUE (sha256, position)
) STRICT;

CREATE TABLE document (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    sha256 TEXT NOT NULL UNIQUE REFERENCES blob (sha256),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    pages INTEGER NOT NULL CHECK (pages >= 0),
    received_at TEXT NOT NULL,
    received_by TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'filed', 'set_aside')),
    vendor TEXT REFERENCES vendor (id),
    -- The reading in short, with what people judged: what lists and the register show.
    kind TEXT NOT NULL,
    organization TEXT,
    covers_from TEXT CHECK (length(covers_from) = 10),
    covers_to TEXT CHECK (length(covers_to) = 10),
    opinion TEXT CHECK (opinion IN ('unqualified', 'qualified', 'adverse', 'disclaimer')),
    facts INTEGER NOT NULL CHECK (facts >= 0),
    open_facts INTEGER NOT NULL CHECK (open_facts BETWEEN 0 AND facts),
    contradictions INTEGER NOT NULL CHECK (contradictions >= 0),
    warnings INTEGER NOT NULL CHECK (warnings >= 0),
    has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
    CHECK ((state = 'filed') = (vendor IS NOT NULL))
) STRICT;
CREATE INDEX document_received_by ON document (received_by);
CREATE INDEX document_vendor ON document (vendor, covers_to);
CREATE INDEX document_state ON document (state, received_at);

-- A document can be read again: by a newer reader, or after text was recognised in its pictures. Each reading stays as it
-- was made; the one with the highest number holds.
CREATE TABLE reading (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    extractor TEXT NOT NULL,
    read_at TEXT NOT NULL,
    read_by TEXT NOT NULL REFERENCES person (id),
    -- Last, because it is long: SQLite does not touch it when a query asks only for what stands before.
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    UNIQUE (document, number)
) STRICT;
CREATE INDEX reading_read_by ON reading (read_by);

-- The words that were recognised on pages that are pictures, as they were found: another reading of the document puts them
-- on their pages again, without recognising them anew.
CREATE TABLE recognised (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    page INTEGER NOT NULL CHECK (page >= 1),
    engine TEXT NOT NULL,
    words BLOB NOT NULL,
    UNIQUE (document, page)
) STRICT;

CREATE TABLE page (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    label TEXT,
    width REAL NOT NULL,
    height REAL NOT NULL,
    text TEXT NOT NULL,
    words BLOB NOT NULL,
    UNIQUE (document, number)
) STRICT;

CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    document TEXT NOT NULL REFERENCES document (id),
    -- Either a fact, or an entry of a list under its name in `domain::entry`. From `letter_signer` on no reader reads them: only a
    -- person can tell.
    fact TEXT CHECK (fact IN (
        'kind', 'service_organization', 'system_name', 'auditor_firm', 'auditor_location', 'report_type', 'as_of_date',
        'period_start', 'period_end', 'report_date', 'opinion', 'opinion_basis', 'trust_services_categories', 'no_cuecs',
        'no_subservice_organizations', 'no_csocs',
        'letter_covers_from', 'letter_covers_to', 'letter_period_start', 'letter_period_end', 'letter_report_date',
        'letter_signed_by', 'letter_material_changes', 'certificate_standard', 'certificate_number',
        'certificate_issued', 'certificate_expires', 'certificate_first_issued', 'certificate_body',
        'certificate_accreditation', 'certificate_scope', 'certificate_soa_version',
        'assessment_tester', 'assessment_tested_from', 'assessment_tested_to', 'assessment_expires', 'assessment_scope',
        'assessment_findings', 'found_critical', 'found_high', 'found_medium', 'found_low', 'found_informational',
        'remaining_critical', 'remaining_high', 'remaining_medium', 'remaining_low', 'remaining_informational',
        'questionnaire_name', 'questionnaire_version',
        'letter_signer', 'letter_contradicts_events', 'certificate_covers_us', 'assessment_independent',
        'answers_sampled', 'answers_untreated', 'covers_services')),
    list TEXT CHECK (list IN (
        'controls', 'exceptions', 'cuecs', 'user_entity_responsibilities', 'csocs', 'subservice_organizations',
        'incidents', 'answers')),
    entry TEXT CHECK (length(entry) BETWEEN 5 AND 60),
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'corrected', 'added', 'rejected', 'withdrawn')),
    value TEXT CHECK (json_valid(value)),
    -- What the reader had read when it was said: a confirmation confirms this, whatever is read later.
    read TEXT CHECK (json_valid(read)),
    -- Where the person saw it.
    citations TEXT NOT NULL CHECK (json_valid(citations)),
    reason TEXT,
    judged_by TEXT NOT NULL REFERENCES person (id),
    judged_at TEXT NOT NULL,
    CHECK ((fact IS NULL) = (list IS NOT NULL)),
    CHECK ((list IS NULL) = (entry IS NULL)),
    CHECK ((verdict IN ('corrected', 'added')) = (value IS NOT NULL)),
    CHECK (verdict <> 'added' OR list IS NOT NULL)
) STRICT;
CREATE INDEX judgement_latest ON judgement (document, fact, list, entry, seq);
CREATE INDEX judgement_judged_by ON judgement (judged_by);

-- What the rules look at of a document, worked out from its reading and its judgements, so that the register is evaluated
-- without parsing readings. Derived: another reading or judgement throws it away, and it is worked out again when asked for.
CREATE TABLE document_evidence (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (id),
    -- The name and version of the form in which it is kept; one of another form is not used.
    form TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence))
) STRICT;

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
    -- The finding that it settles.
    finding TEXT REFERENCES finding (id),
    UNIQUE (decision, position)
) STRICT;
CREATE INDEX decision_condition_owner ON decision_condition (owner);
CREATE INDEX decision_condition_finding ON decision_condition (finding);

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

CREATE TABLE decision_signer (
    decision TEXT NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_signer_person ON decision_signer (person);

CREATE TABLE packet (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    decision TEXT NOT NULL REFERENCES decision (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    paper TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    pages INTEGER NOT NULL CHECK (pages >= 1),
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    UNIQUE (decision, version)
) STRICT;
CREATE INDEX packet_sha256 ON packet (sha256);
CREATE INDEX packet_made_by ON packet (made_by);

-- Which document is a copy of which packet that came back signed. Append-only: the last row of a document holds, and one
-- without a packet says that it is none.
CREATE TABLE signed_copy (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    packet TEXT REFERENCES packet (id),
    found TEXT NOT NULL CHECK (found IN ('qr', 'short_code', 'header', 'person')),
    -- The page of the document on which the decision sheet was seen.
    sheet INTEGER CHECK (sheet >= 1),
    why TEXT CHECK (length(why) > 0),
    said_by TEXT NOT NULL REFERENCES person (id),
    said_at TEXT NOT NULL,
    CHECK (packet IS NOT NULL OR why IS NOT NULL)
) STRICT;
CREATE INDEX signed_copy_document ON signed_copy (document, row);
CREATE INDEX signed_copy_packet ON signed_copy (packet);
CREATE INDEX signed_copy_said_by ON signed_copy (said_by);

CREATE VIEW held_copy AS
SELECT said.row, said.document, said.packet, said.found, said.sheet, said.why, said.said_by, said.said_at
FROM signed_copy AS said
WHERE said.packet IS NOT NULL
    AND said.row = (SELECT max(later.row) FROM signed_copy AS later WHERE later.document = said.document);

-- Who signed a packet on paper, as a person confirmed it from the copy. Append-only: the last row of a packet and a person holds.
CREATE TABLE paper_signature (
    row INTEGER PRIMARY KEY,
    packet TEXT NOT NULL REFERENCES packet (id),
    person TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    signs_as TEXT NOT NULL CHECK (length(signs_as) BETWEEN 1 AND 200),
    signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
    -- Which box is ticked; nothing where that was not recorded.
    agrees INTEGER CHECK (agrees IN (0, 1)),
    -- What is written beside the signature.
    comment TEXT CHECK (length(comment) > 0),
    signed_on TEXT CHECK (length(signed_on) = 10),
    why TEXT CHECK (length(why) > 0),
    said_by TEXT NOT NULL REFERENCES person (id),
    said_at TEXT NOT NULL,
    CHECK (signed = 1 OR (agrees IS NULL AND comment IS NULL AND signed_on IS NULL AND why IS NOT NULL))
) STRICT;
CREATE INDEX paper_signature_packet ON paper_signature (packet, person, row);
CREATE INDEX paper_signature_person ON paper_signature (person);
CREATE INDEX paper_signature_said_by ON paper_signature (said_by);

-- Services bought, contracts, contacts, NDA, continuity: what the register knows of a vendor besides its name and stage.
CREATE TABLE vendor_profile (
    vendor TEXT NOT NULL PRIMARY KEY REFERENCES vendor (id),
    profile TEXT NOT NULL CHECK (json_valid(profile))
) STRICT, WITHOUT ROWID;

-- Each class as it was assigned, with the answers on which it rested.
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

-- The path without a current SOC 2 report, each version as it was recorded.
CREATE TABLE alternative (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    vendor TEXT NOT NULL REFERENCES vendor (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    assessed_by TEXT NOT NULL REFERENCES person (id),
    assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
    expires TEXT NOT NULL CHECK (length(expires) = 10),
    recorded_at TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)),
    UNIQUE (vendor, version),
    CHECK (expires >= assessed_on)
) STRICT;
CREATE INDEX alternative_assessed_by ON alternative (assessed_by);

-- A version that was recorded by mistake, or that nobody means to go any more.
CREATE TABLE alternative_withdrawal (
    alternative TEXT PRIMARY KEY REFERENCES alternative (id),
    withdrawn_on TEXT NOT NULL CHECK (length(withdrawn_on) = 10),
    withdrawn_by TEXT NOT NULL REFERENCES person (id),
    withdrawn_at TEXT NOT NULL,
    why TEXT NOT NULL CHECK (length(why) >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX alternative_withdrawal_withdrawn_by ON alternative_withdrawal (withdrawn_by);

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
, licence_proof TEXT REFERENCES document (id), peer_review_proof TEXT REFERENCES document (id)) STRICT;
CREATE INDEX firm_check_firm ON firm_check (firm, row);
CREATE INDEX firm_check_recorded_by ON firm_check (recorded_by);
CREATE INDEX firm_check_licence_proof ON firm_check (licence_proof);
CREATE INDEX firm_check_peer_review_proof ON firm_check (peer_review_proof);

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

-- What a finished review looked at, in a form that the application chooses: its answers are about nothing else.
CREATE TABLE review_looked (
    review TEXT PRIMARY KEY REFERENCES review (id),
    finished_at TEXT NOT NULL,
    looked TEXT NOT NULL CHECK (json_valid(looked))
) STRICT;

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
, kind TEXT NOT NULL DEFAULT 'deviation' CHECK (kind IN ('deviation', 'risk'))) STRICT;
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
-- That somebody put off what needs attention. Everything else of it is computed.
CREATE TABLE snooze (
    row INTEGER PRIMARY KEY,
    item TEXT NOT NULL CHECK (length(item) BETWEEN 3 AND 120),
    -- For whom; NULL = for all.
    person TEXT REFERENCES person (id),
    until TEXT NOT NULL CHECK (length(until) = 10),
    -- The item's own day when it was put off: another one brings it back.
    item_date TEXT CHECK (length(item_date) = 10),
    reason TEXT NOT NULL,
    snoozed_by TEXT NOT NULL REFERENCES person (id),
    snoozed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX snooze_item ON snooze (item, coalesce(person, ''));
CREATE INDEX snooze_person ON snooze (person);
CREATE INDEX snooze_snoozed_by ON snooze (snoozed_by);

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

-- Which vendors an import entered: they may go again when it is undone.
CREATE TABLE imported_vendor (
    -- No foreign key: the record outlives the vendor.
    vendor TEXT NOT NULL PRIMARY KEY CHECK (length(vendor) = 36),
    import TEXT NOT NULL REFERENCES vendor_import (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_vendor_import ON imported_vendor (import);

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

-- Which answers a table changed that was taken, so that it can be undone as one step.
CREATE TABLE cuec_import (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    imported_by TEXT NOT NULL REFERENCES person (id),
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    -- Of each answer what it was and what it became.
    changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE INDEX cuec_import_imported_by ON cuec_import (imported_by);

-- What rows that can change were before: from them follows the state of every past day (decisions/0024). The last entry of the
-- audit log before which nothing is known of earlier rows:
CREATE TABLE past_begins (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    entry INTEGER NOT NULL CHECK (entry >= 0)
) STRICT;

CREATE TABLE past_row (
    row INTEGER PRIMARY KEY,
    -- The first entry of the audit log about the write that changed it.
    entry INTEGER NOT NULL CHECK (entry >= 1),
    of_table TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The whole row before; NULL where there was none.
    was TEXT CHECK (json_valid(was))
) STRICT;
CREATE INDEX past_row_entry ON past_row (entry);
CREATE INDEX past_row_key ON past_row (of_table, key, row);
INSERT INTO past_begins (only_row, entry) VALUES (1, 0);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL REFERENCES person (id),
    actor_name TEXT NOT NULL,
    op TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN (
        'workspace', 'person', 'vendor', 'document', 'decision', 'packet')),
    subject_id TEXT NOT NULL CHECK (length(subject_id) = 36),
    subject_name TEXT NOT NULL,
    -- No foreign key: the log outlives what it speaks of.
    vendor TEXT CHECK (length(vendor) = 36),
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_actor ON audit (actor);
CREATE INDEX audit_vendor ON audit (vendor, seq);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, seq);
CREATE INDEX audit_op ON audit (op, seq);

-- Full-text search. The words stand in the tables above; these hold the index only.
CREATE VIRTUAL TABLE vendor_fts USING fts5 (
    name, service, content = 'vendor', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vendor_alias_fts USING fts5 (
    name, content = 'vendor_alias', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE document_fts USING fts5 (
    file_name, organization, content = 'document', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE page_fts USING fts5 (
    text, content = 'page', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');

-- Names of subservice organizations, folded, that a person said to be of one party: the name stands below another one.
CREATE TABLE fourth_party_name (
    name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 400),
    into_name TEXT NOT NULL CHECK (length(into_name) BETWEEN 1 AND 400),
    merged_by TEXT NOT NULL REFERENCES person (id),
    merged_at TEXT NOT NULL,
    CHECK (name <> into_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX fourth_party_name_into ON fourth_party_name (into_name);
CREATE INDEX fourth_party_name_merged_by ON fourth_party_name (merged_by);

-- Pairs of such names of which a person said that they are two parties: they are not proposed again.
CREATE TABLE fourth_party_apart (
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    other TEXT NOT NULL CHECK (length(other) BETWEEN 1 AND 400),
    said_by TEXT NOT NULL REFERENCES person (id),
    said_at TEXT NOT NULL,
    PRIMARY KEY (name, other),
    CHECK (name < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX fourth_party_apart_said_by ON fourth_party_apart (said_by);

-- What is known of a vendor's dependence on a party, by the name that its report uses.
CREATE TABLE fourth_party_dependence (
    vendor TEXT NOT NULL REFERENCES vendor (id),
    party TEXT NOT NULL CHECK (length(party) BETWEEN 1 AND 400),
    has_our_data INTEGER CHECK (has_our_data IN (0, 1)),
    monitoring TEXT CHECK (monitoring IN ('tested', 'said', 'none')),
    mapped INTEGER CHECK (mapped IN (0, 1)),
    note TEXT,
    said_by TEXT NOT NULL REFERENCES person (id),
    said_at TEXT NOT NULL,
    PRIMARY KEY (vendor, party),
    CHECK (has_our_data IS NOT NULL OR monitoring IS NOT NULL OR mapped IS NOT NULL OR note IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX fourth_party_dependence_said_by ON fourth_party_dependence (said_by);

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

CREATE TRIGGER vendor_fts_insert AFTER INSERT ON vendor BEGIN
    INSERT INTO vendor_fts (rowid, name, service) VALUES (new.row, new.name, new.service);
END;
CREATE TRIGGER vendor_fts_update AFTER UPDATE OF name, service ON vendor BEGIN
    INSERT INTO vendor_fts (vendor_fts, rowid, name, service) VALUES ('delete', old.row, old.name, old.service);
    INSERT INTO vendor_fts (rowid, name, service) VALUES (new.row, new.name, new.service);
END;
CREATE TRIGGER vendor_fts_delete AFTER DELETE ON vendor BEGIN
    INSERT INTO vendor_fts (vendor_fts, rowid, name, service) VALUES ('delete', old.row, old.name, old.service);
END;
CREATE TRIGGER vendor_alias_fts_insert AFTER INSERT ON vendor_alias BEGIN
    INSERT INTO vendor_alias_fts (rowid, name) VALUES (new.row, new.name);
END;
CREATE TRIGGER vendor_alias_fts_delete AFTER DELETE ON vendor_alias BEGIN
    INSERT INTO vendor_alias_fts (vendor_alias_fts, rowid, name) VALUES ('delete', old.row, old.name);
END;
CREATE TRIGGER document_fts_insert AFTER INSERT ON document BEGIN
    INSERT INTO document_fts (rowid, file_name, organization) VALUES (new.row, new.file_name, new.organization);
END;
CREATE TRIGGER document_fts_update AFTER UPDATE OF file_name, organization ON document BEGIN
    INSERT INTO document_fts (document_fts, rowid, file_name, organization)
        VALUES ('delete', old.row, old.file_name, old.organization);
    INSERT INTO document_fts (rowid, file_name, organization) VALUES (new.row, new.file_name, new.organization);
END;
CREATE TRIGGER page_fts_insert AFTER INSERT ON page BEGIN
    INSERT INTO page_fts (rowid, text) VALUES (new.row, new.text);
END;
CREATE TRIGGER page_fts_update AFTER UPDATE OF text ON page BEGIN
    INSERT INTO page_fts (page_fts, rowid, text) VALUES ('delete', old.row, old.text);
    INSERT INTO page_fts (rowid, text) VALUES (new.row, new.text);
END;

-- What was recorded stays as it was recorded.
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER judgement_keeps_rows BEFORE DELETE ON judgement BEGIN
    SELECT raise(ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgement_keeps_values BEFORE UPDATE ON judgement BEGIN
    SELECT raise(ABORT, 'judgements are append-only');
END;
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
CREATE TRIGGER decision_signer_keeps_rows BEFORE DELETE ON decision_signer BEGIN
    SELECT raise(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decision_signer_keeps_values BEFORE UPDATE ON decision_signer BEGIN
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
CREATE TRIGGER packet_keeps_rows BEFORE DELETE ON packet BEGIN
    SELECT raise(ABORT, 'packets are append-only');
END;
CREATE TRIGGER packet_keeps_values BEFORE UPDATE ON packet BEGIN
    SELECT raise(ABORT, 'packets are append-only');
END;
CREATE TRIGGER signed_copy_keeps_rows BEFORE DELETE ON signed_copy BEGIN
    SELECT raise(ABORT, 'what was said of copies is append-only');
END;
CREATE TRIGGER signed_copy_keeps_values BEFORE UPDATE ON signed_copy BEGIN
    SELECT raise(ABORT, 'what was said of copies is append-only');
END;
CREATE TRIGGER paper_signature_keeps_rows BEFORE DELETE ON paper_signature BEGIN
    SELECT raise(ABORT, 'what was said of signatures on paper is append-only');
END;
CREATE TRIGGER paper_signature_keeps_values BEFORE UPDATE ON paper_signature BEGIN
    SELECT raise(ABORT, 'what was said of signatures on paper is append-only');
END;
CREATE TRIGGER blob_keeps_rows BEFORE DELETE ON blob BEGIN
    SELECT raise(ABORT, 'stored bytes never change');
END;
CREATE TRIGGER blob_keeps_values BEFORE UPDATE ON blob BEGIN
    SELECT raise(ABORT, 'stored bytes never change');
END;
CREATE TRIGGER blob_piece_keeps_rows BEFORE DELETE ON blob_piece BEGIN
    SELECT raise(ABORT, 'stored bytes never change');
END;
CREATE TRIGGER blob_piece_keeps_values BEFORE UPDATE ON blob_piece BEGIN
    SELECT raise(ABORT, 'stored bytes never change');
END;
CREATE TRIGGER document_keeps_what_came BEFORE UPDATE OF id, sha256, pages, received_at, received_by ON document BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER document_keeps_rows BEFORE DELETE ON document BEGIN
    SELECT raise(ABORT, 'a received document never goes');
END;
CREATE TRIGGER page_keeps_rows BEFORE DELETE ON page BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER page_keeps_place BEFORE UPDATE OF row, document, number ON page BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER page_changes_with_a_reading BEFORE UPDATE ON page
WHEN (SELECT max(number) FROM reading WHERE reading.document = old.document) = 1
BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER reading_keeps_rows BEFORE DELETE ON reading BEGIN
    SELECT raise(ABORT, 'readings are append-only');
END;
CREATE TRIGGER reading_keeps_values BEFORE UPDATE ON reading BEGIN
    SELECT raise(ABORT, 'readings are append-only');
END;
CREATE TRIGGER document_evidence_goes_with_a_reading AFTER INSERT ON reading BEGIN
    DELETE FROM document_evidence WHERE document = new.document;
END;
CREATE TRIGGER document_evidence_goes_with_a_judgement AFTER INSERT ON judgement BEGIN
    DELETE FROM document_evidence WHERE document = new.document;
END;
CREATE TRIGGER recognised_keeps_rows BEFORE DELETE ON recognised BEGIN
    SELECT raise(ABORT, 'what was recognised stays');
END;
CREATE TRIGGER recognised_keeps_values BEFORE UPDATE ON recognised BEGIN
    SELECT raise(ABORT, 'what was recognised stays');
END;
-- But for one that an undone import had entered; foreign keys keep what anything refers to.
CREATE TRIGGER vendor_keeps_rows BEFORE DELETE ON vendor
WHEN NOT EXISTS (
    SELECT 1 FROM imported_vendor JOIN vendor_import ON vendor_import.id = imported_vendor.import
    WHERE imported_vendor.vendor = old.id AND vendor_import.undone_at IS NOT NULL)
BEGIN
    SELECT raise(ABORT, 'a vendor is closed, never removed');
END;
CREATE TRIGGER person_keeps_rows BEFORE DELETE ON person BEGIN
    SELECT raise(ABORT, 'a person leaves, but stays in the record');
END;
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
CREATE TRIGGER review_looked_keeps_rows BEFORE DELETE ON review_looked BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
END;
CREATE TRIGGER review_looked_keeps_values BEFORE UPDATE ON review_looked BEGIN
    SELECT raise(ABORT, 'a finished review never changes');
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
CREATE TRIGGER vendor_import_keeps_rows BEFORE DELETE ON vendor_import BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER imported_vendor_keeps_rows BEFORE DELETE ON imported_vendor BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER imported_vendor_keeps_values BEFORE UPDATE ON imported_vendor BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER vendor_import_keeps_values BEFORE UPDATE OF id, file_name, imported_by, imported_at, changes ON vendor_import
BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER vendor_import_is_undone_once BEFORE UPDATE OF undone_at ON vendor_import WHEN old.undone_at IS NOT NULL BEGIN
    SELECT raise(ABORT, 'an import is undone once');
END;
CREATE TRIGGER cuec_import_keeps_rows BEFORE DELETE ON cuec_import BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER cuec_import_keeps_values BEFORE UPDATE OF id, file_name, imported_by, imported_at, changes ON cuec_import
BEGIN
    SELECT raise(ABORT, 'an import stays in the record');
END;
CREATE TRIGGER cuec_import_is_undone_once BEFORE UPDATE OF undone_at ON cuec_import WHEN old.undone_at IS NOT NULL BEGIN
    SELECT raise(ABORT, 'an import is undone once');
END;
CREATE TRIGGER tier_assignment_keeps_rows BEFORE DELETE ON tier_assignment BEGIN
    SELECT raise(ABORT, 'a class as it was assigned stays in the record');
END;
CREATE TRIGGER tier_assignment_keeps_values BEFORE UPDATE ON tier_assignment BEGIN
    SELECT raise(ABORT, 'a class as it was assigned stays in the record');
END;
CREATE TRIGGER alternative_keeps_rows BEFORE DELETE ON alternative BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER alternative_keeps_values BEFORE UPDATE ON alternative BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER alternative_withdrawal_keeps_rows BEFORE DELETE ON alternative_withdrawal BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER alternative_withdrawal_keeps_values BEFORE UPDATE ON alternative_withdrawal BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER finding_keeps_rows BEFORE DELETE ON finding BEGIN
    SELECT raise(ABORT, 'what was found stays in the record');
END;
CREATE TRIGGER finding_keeps_origin BEFORE UPDATE OF
    id, number, vendor, source, document, rule, said, recorded_by, recorded_at ON finding
BEGIN
    SELECT raise(ABORT, 'what was found stays in the record');
END;
-- No circle of names: the one above a name never stands below it.
CREATE TRIGGER fourth_party_name_makes_no_circle BEFORE INSERT ON fourth_party_name
WHEN EXISTS (SELECT 1 FROM fourth_party_name WHERE name = new.into_name)
BEGIN
    SELECT raise(ABORT, 'a party is merged into the name that stands at the top');
END;
CREATE TRIGGER fourth_party_name_is_never_moved BEFORE UPDATE ON fourth_party_name BEGIN
    SELECT raise(ABORT, 'a name is split off before it is merged elsewhere');
END;
CREATE TRIGGER monitoring_entry_keeps_rows BEFORE DELETE ON monitoring_entry BEGIN
    SELECT raise(ABORT, 'what was noted stays in the record');
END;
CREATE TRIGGER monitoring_entry_keeps_origin BEFORE UPDATE OF id, vendor, recorded_by, recorded_at ON monitoring_entry BEGIN
    SELECT raise(ABORT, 'what was noted stays in the record');
END;

-- What rows were before they changed.
CREATE TRIGGER setting_came AFTER INSERT ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', new.name, NULL FROM workspace;
END;
CREATE TRIGGER setting_changed AFTER UPDATE ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', old.name, json_object(
            'name', old.name, 'value', old.value)
    FROM workspace;
END;
CREATE TRIGGER setting_went AFTER DELETE ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', old.name, json_object(
            'name', old.name, 'value', old.value)
    FROM workspace;
END;
CREATE TRIGGER person_came AFTER INSERT ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', new.id, NULL FROM workspace;
END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', old.id, json_object(
            'id', old.id, 'name', old.name, 'title', old.title, 'active', old.active)
    FROM workspace;
END;
CREATE TRIGGER person_went AFTER DELETE ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', old.id, json_object(
            'id', old.id, 'name', old.name, 'title', old.title, 'active', old.active)
    FROM workspace;
END;
CREATE TRIGGER person_role_came AFTER INSERT ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', new.person || '/' || new.role, NULL FROM workspace;
END;
CREATE TRIGGER person_role_changed AFTER UPDATE ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', old.person || '/' || old.role, json_object(
            'person', old.person, 'role', old.role)
    FROM workspace;
END;
CREATE TRIGGER person_role_went AFTER DELETE ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', old.person || '/' || old.role, json_object(
            'person', old.person, 'role', old.role)
    FROM workspace;
END;
CREATE TRIGGER vendor_came AFTER INSERT ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', new.id, NULL FROM workspace;
END;
CREATE TRIGGER vendor_changed AFTER UPDATE ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', old.id, json_object(
            'row', old.row, 'id', old.id, 'name', old.name, 'service', old.service, 'tier', old.tier,
            'tier_reason', old.tier_reason, 'owner', old.owner, 'stage', old.stage, 'notes', old.notes,
            'created_at', old.created_at)
    FROM workspace;
END;
CREATE TRIGGER vendor_went AFTER DELETE ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', old.id, json_object(
            'row', old.row, 'id', old.id, 'name', old.name, 'service', old.service, 'tier', old.tier,
            'tier_reason', old.tier_reason, 'owner', old.owner, 'stage', old.stage, 'notes', old.notes,
            'created_at', old.created_at)
    FROM workspace;
END;
CREATE TRIGGER vendor_alias_came AFTER INSERT ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', new.vendor || '/' || new.position, NULL FROM workspace;
END;
CREATE TRIGGER vendor_alias_changed AFTER UPDATE ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', old.vendor || '/' || old.position, json_object(
            'row', old.row, 'vendor', old.vendor, 'position', old.position, 'name', old.name)
    FROM workspace;
END;
CREATE TRIGGER vendor_alias_went AFTER DELETE ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', old.vendor || '/' || old.position, json_object(
            'row', old.row, 'vendor', old.vendor, 'position', old.position, 'name', old.name)
    FROM workspace;
END;
CREATE TRIGGER vendor_profile_came AFTER INSERT ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', new.vendor, NULL FROM workspace;
END;
CREATE TRIGGER vendor_profile_changed AFTER UPDATE ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', old.vendor, json_object(
            'vendor', old.vendor, 'profile', old.profile)
    FROM workspace;
END;
CREATE TRIGGER vendor_profile_went AFTER DELETE ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', old.vendor, json_object(
            'vendor', old.vendor, 'profile', old.profile)
    FROM workspace;
END;
CREATE TRIGGER document_came AFTER INSERT ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', new.id, NULL FROM workspace;
END;
CREATE TRIGGER document_changed AFTER UPDATE ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', old.id, json_object(
            'row', old.row, 'id', old.id, 'sha256', old.sha256, 'file_name', old.file_name, 'pages', old.pages,
            'received_at', old.received_at, 'received_by', old.received_by, 'state', old.state, 'vendor', old.vendor,
            'kind', old.kind, 'organization', old.organization, 'covers_from', old.covers_from,
            'covers_to', old.covers_to, 'opinion', old.opinion, 'facts', old.facts, 'open_facts', old.open_facts,
            'contradictions', old.contradictions, 'warnings', old.warnings, 'has_text', old.has_text)
    FROM workspace;
END;
CREATE TRIGGER document_went AFTER DELETE ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', old.id, json_object(
            'row', old.row, 'id', old.id, 'sha256', old.sha256, 'file_name', old.file_name, 'pages', old.pages,
            'received_at', old.received_at, 'received_by', old.received_by, 'state', old.state, 'vendor', old.vendor,
            'kind', old.kind, 'organization', old.organization, 'covers_from', old.covers_from,
            'covers_to', old.covers_to, 'opinion', old.opinion, 'facts', old.facts, 'open_facts', old.open_facts,
            'contradictions', old.contradictions, 'warnings', old.warnings, 'has_text', old.has_text)
    FROM workspace;
END;
CREATE TRIGGER review_came AFTER INSERT ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', new.id, NULL FROM workspace;
END;
CREATE TRIGGER review_changed AFTER UPDATE ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'number', old.number, 'corrects', old.corrects,
            'reason', old.reason, 'started_by', old.started_by, 'started_at', old.started_at,
            'signed_by', old.signed_by, 'signed_at', old.signed_at, 'second_reader', old.second_reader,
            'second_read_at', old.second_read_at, 'finished_at', old.finished_at, 'frozen_sha256', old.frozen_sha256,
            'frozen', old.frozen)
    FROM workspace;
END;
CREATE TRIGGER review_went AFTER DELETE ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'number', old.number, 'corrects', old.corrects,
            'reason', old.reason, 'started_by', old.started_by, 'started_at', old.started_at,
            'signed_by', old.signed_by, 'signed_at', old.signed_at, 'second_reader', old.second_reader,
            'second_read_at', old.second_read_at, 'finished_at', old.finished_at, 'frozen_sha256', old.frozen_sha256,
            'frozen', old.frozen)
    FROM workspace;
END;
CREATE TRIGGER acceptance_came AFTER INSERT ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', new.id, NULL FROM workspace;
END;
CREATE TRIGGER acceptance_changed AFTER UPDATE ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'rule', old.rule,
            'approved_by', old.approved_by, 'approved_on', old.approved_on, 'expires', old.expires,
            'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at, 'ended_on', old.ended_on,
            'ended_by', old.ended_by, 'ended_why', old.ended_why, 'terms', old.terms)
    FROM workspace;
END;
CREATE TRIGGER acceptance_went AFTER DELETE ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'rule', old.rule,
            'approved_by', old.approved_by, 'approved_on', old.approved_on, 'expires', old.expires,
            'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at, 'ended_on', old.ended_on,
            'ended_by', old.ended_by, 'ended_why', old.ended_why, 'terms', old.terms)
    FROM workspace;
END;
CREATE TRIGGER checklist_item_came AFTER INSERT ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', new.vendor || '/' || new.checklist || '/' || new.item, NULL FROM workspace;
END;
CREATE TRIGGER checklist_item_changed AFTER UPDATE ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', old.vendor || '/' || old.checklist || '/' || old.item, json_object(
            'vendor', old.vendor, 'checklist', old.checklist, 'item', old.item, 'state', old.state, 'note', old.note,
            'proof', old.proof, 'ticked_by', old.ticked_by, 'ticked_at', old.ticked_at)
    FROM workspace;
END;
CREATE TRIGGER checklist_item_went AFTER DELETE ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', old.vendor || '/' || old.checklist || '/' || old.item, json_object(
            'vendor', old.vendor, 'checklist', old.checklist, 'item', old.item, 'state', old.state, 'note', old.note,
            'proof', old.proof, 'ticked_by', old.ticked_by, 'ticked_at', old.ticked_at)
    FROM workspace;
END;
CREATE TRIGGER offboarding_came AFTER INSERT ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', new.vendor, NULL FROM workspace;
END;
CREATE TRIGGER offboarding_changed AFTER UPDATE ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', old.vendor, json_object(
            'vendor', old.vendor, 'reason', old.reason, 'owner', old.owner, 'ends_on', old.ends_on,
            'data_plan', old.data_plan, 'started_by', old.started_by, 'started_at', old.started_at)
    FROM workspace;
END;
CREATE TRIGGER offboarding_went AFTER DELETE ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', old.vendor, json_object(
            'vendor', old.vendor, 'reason', old.reason, 'owner', old.owner, 'ends_on', old.ends_on,
            'data_plan', old.data_plan, 'started_by', old.started_by, 'started_at', old.started_at)
    FROM workspace;
END;
CREATE TRIGGER finding_came AFTER INSERT ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', new.id, NULL FROM workspace;
END;
CREATE TRIGGER finding_changed AFTER UPDATE ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', old.id, json_object(
            'id', old.id, 'number', old.number, 'vendor', old.vendor, 'title', old.title, 'source', old.source,
            'document', old.document, 'entry', old.entry, 'rule', old.rule, 'said', old.said, 'remarks', old.remarks,
            'assessment', old.assessment, 'severity', old.severity, 'status', old.status, 'owner', old.owner,
            'due', old.due, 'answer_due', old.answer_due, 'evidence', old.evidence, 'verified_by', old.verified_by,
            'settled_by', old.settled_by, 'repeat_of', old.repeat_of, 'recorded_by', old.recorded_by,
            'recorded_at', old.recorded_at)
    FROM workspace;
END;
CREATE TRIGGER finding_went AFTER DELETE ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', old.id, json_object(
            'id', old.id, 'number', old.number, 'vendor', old.vendor, 'title', old.title, 'source', old.source,
            'document', old.document, 'entry', old.entry, 'rule', old.rule, 'said', old.said, 'remarks', old.remarks,
            'assessment', old.assessment, 'severity', old.severity, 'status', old.status, 'owner', old.owner,
            'due', old.due, 'answer_due', old.answer_due, 'evidence', old.evidence, 'verified_by', old.verified_by,
            'settled_by', old.settled_by, 'repeat_of', old.repeat_of, 'recorded_by', old.recorded_by,
            'recorded_at', old.recorded_at)
    FROM workspace;
END;
CREATE TRIGGER own_control_came AFTER INSERT ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', new.id, NULL FROM workspace;
END;
CREATE TRIGGER own_control_changed AFTER UPDATE ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', old.id, json_object(
            'id', old.id, 'name', old.name, 'purpose', old.purpose, 'owner', old.owner, 'evidence', old.evidence,
            'checked_on', old.checked_on)
    FROM workspace;
END;
CREATE TRIGGER own_control_went AFTER DELETE ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', old.id, json_object(
            'id', old.id, 'name', old.name, 'purpose', old.purpose, 'owner', old.owner, 'evidence', old.evidence,
            'checked_on', old.checked_on)
    FROM workspace;
END;
CREATE TRIGGER cuec_answer_came AFTER INSERT ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', new.document || '/' || new.entry, NULL FROM workspace;
END;
CREATE TRIGGER cuec_answer_changed AFTER UPDATE ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', old.document || '/' || old.entry, json_object(
            'document', old.document, 'entry', old.entry, 'text', old.text, 'applies', old.applies, 'why', old.why,
            'owner', old.owner, 'progress', old.progress, 'evidence', old.evidence, 'proof', old.proof,
            'due', old.due, 'verified_on', old.verified_on, 'verified_by', old.verified_by, 'note', old.note,
            'carried_document', old.carried_document, 'carried_entry', old.carried_entry,
            'answered_by', old.answered_by, 'answered_at', old.answered_at)
    FROM workspace;
END;
CREATE TRIGGER cuec_answer_went AFTER DELETE ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', old.document || '/' || old.entry, json_object(
            'document', old.document, 'entry', old.entry, 'text', old.text, 'applies', old.applies, 'why', old.why,
            'owner', old.owner, 'progress', old.progress, 'evidence', old.evidence, 'proof', old.proof,
            'due', old.due, 'verified_on', old.verified_on, 'verified_by', old.verified_by, 'note', old.note,
            'carried_document', old.carried_document, 'carried_entry', old.carried_entry,
            'answered_by', old.answered_by, 'answered_at', old.answered_at)
    FROM workspace;
END;
CREATE TRIGGER cuec_control_came AFTER INSERT ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', new.document || '/' || new.entry || '/' || new.control, NULL FROM workspace;
END;
CREATE TRIGGER cuec_control_changed AFTER UPDATE ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', old.document || '/' || old.entry || '/' || old.control, json_object(
            'document', old.document, 'entry', old.entry, 'control', old.control, 'place', old.place)
    FROM workspace;
END;
CREATE TRIGGER cuec_control_went AFTER DELETE ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', old.document || '/' || old.entry || '/' || old.control, json_object(
            'document', old.document, 'entry', old.entry, 'control', old.control, 'place', old.place)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_name_came AFTER INSERT ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', new.name, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_name_changed AFTER UPDATE ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', old.name, json_object(
            'name', old.name, 'into_name', old.into_name, 'merged_by', old.merged_by, 'merged_at', old.merged_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_name_went AFTER DELETE ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', old.name, json_object(
            'name', old.name, 'into_name', old.into_name, 'merged_by', old.merged_by, 'merged_at', old.merged_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_came AFTER INSERT ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', new.name || '/' || new.other, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_changed AFTER UPDATE ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', old.name || '/' || old.other, json_object(
            'name', old.name, 'other', old.other, 'said_by', old.said_by, 'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_went AFTER DELETE ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', old.name || '/' || old.other, json_object(
            'name', old.name, 'other', old.other, 'said_by', old.said_by, 'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_came AFTER INSERT ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', new.vendor || '/' || new.party, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_changed AFTER UPDATE ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', old.vendor || '/' || old.party, json_object(
            'vendor', old.vendor, 'party', old.party, 'has_our_data', old.has_our_data,
            'monitoring', old.monitoring, 'mapped', old.mapped, 'note', old.note, 'said_by', old.said_by,
            'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_went AFTER DELETE ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', old.vendor || '/' || old.party, json_object(
            'vendor', old.vendor, 'party', old.party, 'has_our_data', old.has_our_data,
            'monitoring', old.monitoring, 'mapped', old.mapped, 'note', old.note, 'said_by', old.said_by,
            'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER monitoring_entry_came AFTER INSERT ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', new.id, NULL FROM workspace;
END;
CREATE TRIGGER monitoring_entry_changed AFTER UPDATE ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', old.id, json_object(
            'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'happened_on', old.happened_on,
            'source', old.source, 'what', old.what, 'told_by_vendor', old.told_by_vendor, 'retier', old.retier,
            'review_by', old.review_by, 'proposed_at', old.proposed_at, 'finding', old.finding,
            'evidence', old.evidence, 'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at,
            'closed_by', old.closed_by, 'closed_at', old.closed_at, 'closed_note', old.closed_note)
    FROM workspace;
END;
CREATE TRIGGER monitoring_entry_went AFTER DELETE ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', old.id, json_object(
            'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'happened_on', old.happened_on,
            'source', old.source, 'what', old.what, 'told_by_vendor', old.told_by_vendor, 'retier', old.retier,
            'review_by', old.review_by, 'proposed_at', old.proposed_at, 'finding', old.finding,
            'evidence', old.evidence, 'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at,
            'closed_by', old.closed_by, 'closed_at', old.closed_at, 'closed_note', old.closed_note)
    FROM workspace;
END;
CREATE TRIGGER past_row_keeps_rows BEFORE DELETE ON past_row BEGIN
    SELECT raise(ABORT, 'what was stays in the record');
END;
CREATE TRIGGER past_row_keeps_values BEFORE UPDATE ON past_row BEGIN
    SELECT raise(ABORT, 'what was stays in the record');
END;
