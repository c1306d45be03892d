-- Whoever signs a packet on paper ticks that they agree or that they decline, and may write why. What was confirmed before says
-- nothing of it.
DROP TRIGGER paper_signature_keeps_rows;
DROP TRIGGER paper_signature_keeps_values;
DROP INDEX paper_signature_packet;
DROP INDEX paper_signature_person;
DROP INDEX paper_signature_said_by;
ALTER TABLE paper_signature RENAME TO paper_signature_before;

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
INSERT INTO paper_signature (row, packet, person, name, signs_as, signed, signed_on, why, said_by, said_at)
SELECT row, packet, person, name, signs_as, signed, signed_on, why, said_by, said_at FROM paper_signature_before;
DROP TABLE paper_signature_before;
CREATE INDEX paper_signature_packet ON paper_signature (packet, person, row);
CREATE INDEX paper_signature_person ON paper_signature (person);
CREATE INDEX paper_signature_said_by ON paper_signature (said_by);

CREATE TRIGGER paper_signature_keeps_rows BEFORE DELETE ON paper_signature BEGIN
    SELECT raise(ABORT, 'what was said of signatures on paper is append-only');
END;
CREATE TRIGGER paper_signature_keeps_values BEFORE UPDATE ON paper_signature BEGIN
    SELECT raise(ABORT, 'what was said of signatures on paper is append-only');
END;
