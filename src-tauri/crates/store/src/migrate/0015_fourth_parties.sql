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

-- No circle of names: the one above a name never stands below it.
CREATE TRIGGER fourth_party_name_makes_no_circle BEFORE INSERT ON fourth_party_name
WHEN EXISTS (SELECT 1 FROM fourth_party_name WHERE name = new.into_name)
BEGIN
    SELECT raise(ABORT, 'a party is merged into the name that stands at the top');
END;
CREATE TRIGGER fourth_party_name_is_never_moved BEFORE UPDATE ON fourth_party_name BEGIN
    SELECT raise(ABORT, 'a name is split off before it is merged elsewhere');
END;
