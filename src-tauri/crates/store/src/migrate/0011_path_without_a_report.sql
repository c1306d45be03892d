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
CREATE TRIGGER alternative_keeps_rows BEFORE DELETE ON alternative BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
CREATE TRIGGER alternative_keeps_values BEFORE UPDATE ON alternative BEGIN
    SELECT raise(ABORT, 'the path without a report is append-only');
END;
