INSERT INTO document_evidence (document, form, evidence)
SELECT ?1, ?2, ?3
WHERE (SELECT max(number) FROM reading WHERE reading.document = ?1) = ?4
    AND (SELECT count(*) FROM judgement WHERE judgement.document = ?1) = ?5
ON CONFLICT (document) DO UPDATE SET form = excluded.form, evidence = excluded.evidence
