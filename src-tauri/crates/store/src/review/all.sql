SELECT
    id, vendor, number, corrects, reason, started_by, started_at, signed_by, signed_at, second_reader, second_read_at,
    finished_at, frozen_sha256
FROM review
ORDER BY vendor, number DESC
