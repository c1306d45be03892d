-- Which services that we buy a document covers is told by a person like its other facts.
DROP TRIGGER judgement_keeps_rows;
DROP TRIGGER judgement_keeps_values;
DROP TRIGGER document_evidence_goes_with_a_judgement;
DROP INDEX judgement_latest;
DROP INDEX judgement_judged_by;
ALTER TABLE judgement RENAME TO judgement_before;

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

INSERT INTO judgement (
    seq, id, document, fact, list, entry, verdict, value, read, citations, reason, judged_by, judged_at)
SELECT seq, id, document, fact, list, entry, verdict, value, read, citations, reason, judged_by, judged_at
FROM judgement_before
ORDER BY seq;
DROP TABLE judgement_before;

CREATE TRIGGER judgement_keeps_rows BEFORE DELETE ON judgement BEGIN
    SELECT raise(ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgement_keeps_values BEFORE UPDATE ON judgement BEGIN
    SELECT raise(ABORT, 'judgements are append-only');
END;
CREATE TRIGGER document_evidence_goes_with_a_judgement AFTER INSERT ON judgement BEGIN
    DELETE FROM document_evidence WHERE document = new.document;
END;
