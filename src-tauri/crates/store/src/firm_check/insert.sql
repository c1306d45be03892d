INSERT INTO firm_check (id, firm, checked_on, recorded_by, recorded_at, result, licence_proof, peer_review_proof)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
