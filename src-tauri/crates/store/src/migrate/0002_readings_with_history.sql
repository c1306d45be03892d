-- A document can be read again: by a newer reader, or after text was recognised in its pictures. Each reading stays as it
-- was made; the one with the highest number holds.
CREATE TABLE reading (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    extractor TEXT NOT NULL,
    read_at TEXT NOT NULL,
    read_by TEXT NOT NULL REFERENCES person (id),
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    UNIQUE (document, number)
) STRICT;
CREATE INDEX reading_read_by ON reading (read_by);

INSERT INTO reading (document, number, extractor, read_at, read_by, reading)
SELECT id, 1, coalesce(reading ->> '$.document.extractor', ''), received_at, received_by, reading
FROM document
ORDER BY row;

DROP TRIGGER document_keeps_what_came;
ALTER TABLE document DROP COLUMN reading;
CREATE TRIGGER document_keeps_what_came BEFORE UPDATE OF id, sha256, pages, received_at, received_by ON document BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER reading_keeps_rows BEFORE DELETE ON reading BEGIN
    SELECT raise(ABORT, 'readings are append-only');
END;
CREATE TRIGGER reading_keeps_values BEFORE UPDATE ON reading BEGIN
    SELECT raise(ABORT, 'readings are append-only');
END;

-- What stands on a page is read again with it; which page of which document it is never changes.
DROP TRIGGER page_keeps_values;
CREATE TRIGGER page_keeps_place BEFORE UPDATE OF row, document, number ON page BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER page_changes_with_a_reading BEFORE UPDATE ON page
WHEN (SELECT max(number) FROM reading WHERE reading.document = old.document) = 1
BEGIN
    SELECT raise(ABORT, 'a received document never changes');
END;
CREATE TRIGGER page_fts_update AFTER UPDATE OF text ON page BEGIN
    INSERT INTO page_fts (page_fts, rowid, text) VALUES ('delete', old.row, old.text);
    INSERT INTO page_fts (rowid, text) VALUES (new.row, new.text);
END;
