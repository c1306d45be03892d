-- A vendor that an import entered may go again when that import is undone; foreign keys keep what anything refers to.
CREATE TABLE imported_vendor (
    -- No foreign key: the record outlives the vendor.
    vendor TEXT NOT NULL PRIMARY KEY CHECK (length(vendor) = 36),
    import TEXT NOT NULL REFERENCES vendor_import (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_vendor_import ON imported_vendor (import);

DROP TRIGGER vendor_keeps_rows;
CREATE TRIGGER vendor_keeps_rows BEFORE DELETE ON vendor
WHEN NOT EXISTS (
    SELECT 1 FROM imported_vendor JOIN vendor_import ON vendor_import.id = imported_vendor.import
    WHERE imported_vendor.vendor = old.id AND vendor_import.undone_at IS NOT NULL)
BEGIN
    SELECT raise(ABORT, 'a vendor is closed, never removed');
END;
CREATE TRIGGER vendor_fts_delete AFTER DELETE ON vendor BEGIN
    INSERT INTO vendor_fts (vendor_fts, rowid, name, service) VALUES ('delete', old.row, old.name, old.service);
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
