SELECT
    document.id, document.sha256, document.file_name, blob.length, document.pages, document.received_at,
    document.received_by, document.state, document.vendor, document.kind, document.organization, document.covers_from,
    document.covers_to, document.opinion, document.facts, document.open_facts, document.contradictions, document.warnings,
    document.has_text, document.reading
FROM document
JOIN blob USING (sha256)
WHERE document.id = ?
