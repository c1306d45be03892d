SELECT
    document.id,
    document.vendor,
    (SELECT max(number) FROM reading WHERE reading.document = document.id),
    (SELECT count(*) FROM judgement WHERE judgement.document = document.id)
FROM document
WHERE document.vendor = ?
ORDER BY document.row
