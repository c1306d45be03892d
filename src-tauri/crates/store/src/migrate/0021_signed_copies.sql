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
    signed_on TEXT CHECK (length(signed_on) = 10),
    why TEXT CHECK (length(why) > 0),
    said_by TEXT NOT NULL REFERENCES person (id),
    said_at TEXT NOT NULL,
    CHECK (signed = 1 OR (signed_on IS NULL AND why IS NOT NULL))
) STRICT;
CREATE INDEX paper_signature_packet ON paper_signature (packet, person, row);
CREATE INDEX paper_signature_person ON paper_signature (person);
CREATE INDEX paper_signature_said_by ON paper_signature (said_by);

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
