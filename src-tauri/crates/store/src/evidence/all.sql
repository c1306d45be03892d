SELECT document.id, document.vendor, document_evidence.evidence
FROM document
LEFT JOIN document_evidence ON document_evidence.document = document.id AND document_evidence.form = :form
WHERE document.vendor IS NOT NULL
ORDER BY document.row
