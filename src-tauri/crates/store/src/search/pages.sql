-- The snippet is cut only for the pages that are shown.
SELECT document.id, document.file_name, page.number, snippet(page_fts, 0, char(1), char(2), '…', 24)
FROM page_fts
JOIN page ON page.row = page_fts.rowid
JOIN document ON document.id = page.document
WHERE page_fts MATCH ?1
ORDER BY page_fts.rank
LIMIT ?2
