INSERT INTO audit (
    seq, at, actor, actor_name, op, subject_kind, subject_id, subject_name, vendor, detail, prev_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
