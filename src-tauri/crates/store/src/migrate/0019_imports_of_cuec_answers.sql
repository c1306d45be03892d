-- Answers to CUECs that were taken from a table are undone as one step.

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
