-- What the rules look at of a document, worked out from its reading and its judgements, so that the register is evaluated
-- without parsing readings. Derived: another reading or judgement throws it away, and it is worked out again when asked for.
CREATE TABLE document_evidence (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (id),
    -- The name and version of the form in which it is kept; one of another form is not used.
    form TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence))
) STRICT;
CREATE TRIGGER document_evidence_goes_with_a_reading AFTER INSERT ON reading BEGIN
    DELETE FROM document_evidence WHERE document = new.document;
END;
CREATE TRIGGER document_evidence_goes_with_a_judgement AFTER INSERT ON judgement BEGIN
    DELETE FROM document_evidence WHERE document = new.document;
END;
