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
CREATE TRIGGER recognised_keeps_rows BEFORE DELETE ON recognised BEGIN
    SELECT raise(ABORT, 'what was recognised stays');
END;
CREATE TRIGGER recognised_keeps_values BEFORE UPDATE ON recognised BEGIN
    SELECT raise(ABORT, 'what was recognised stays');
END;
