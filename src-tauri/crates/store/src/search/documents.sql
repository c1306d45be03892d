SELECT document.id, document.file_name, document.kind, document.organization
FROM document_fts
JOIN document ON document.row = document_fts.rowid
WHERE document_fts MATCH ?1
ORDER BY document_fts.rank, document.row DESC
LIMIT ?2
