INSERT INTO packet (id, decision, version, paper, sha256, pages, made_by, made_at, details)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
