SELECT id, file_name
FROM document
WHERE id IN (SELECT licence_proof FROM firm_check UNION SELECT peer_review_proof FROM firm_check)
