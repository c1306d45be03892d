SELECT id, firm, checked_on, recorded_by, recorded_at, result, licence_proof, peer_review_proof
FROM firm_check
ORDER BY row DESC
