-- Of a word that stands on very many pages only the latest received are weighed: to weigh all would take longer than a person
-- waits, and nobody looks for one of them by such a word. The snippet is cut only for the pages that are shown.
SELECT document.id, document.file_name, page.number, snippet(page_fts, 0, char(1), char(2), '…', 24)
FROM (
    SELECT row
    FROM (SELECT rowid AS row, rank AS score FROM page_fts WHERE page_fts MATCH ?1 ORDER BY rowid DESC LIMIT 20000)
    ORDER BY score
    LIMIT ?2) AS found
JOIN page_fts ON page_fts.rowid = found.row
JOIN page ON page.row = found.row
JOIN document ON document.id = page.document
WHERE page_fts MATCH ?1
