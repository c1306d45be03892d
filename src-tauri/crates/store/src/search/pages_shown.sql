-- One pass over what matches between the first and the last page that is shown. Looking each of them up by its row would set up
-- the search anew for each: with a word that is only begun that takes many times longer than the search itself. The plus keeps
-- the list of rows from being used for that.
SELECT page.row, document.id, document.file_name, page.number, snippet(page_fts, 0, char(1), char(2), '…', 24)
FROM page_fts
CROSS JOIN page ON page.row = page_fts.rowid
JOIN document ON document.id = page.document
WHERE page_fts MATCH ?1 AND page_fts.rowid BETWEEN ?2 AND ?3
    AND +page_fts.rowid IN (SELECT value FROM json_each(?4))
