SELECT
    document.id, document.sha256, document.file_name, blob.length, document.pages, document.received_at,
    document.received_by, document.state, document.vendor, document.kind, document.organization, document.covers_from,
    document.covers_to, document.opinion, document.facts, document.open_facts, document.contradictions, document.warnings,
    document.has_text, reading.number, reading.read_at, reading.read_by, reading.reading
FROM document
JOIN blob USING (sha256)
JOIN reading ON reading.document = document.id
WHERE document.id = ?
ORDER BY reading.number DESC
LIMIT 1
