SELECT document.id, reading.extractor
FROM document
JOIN reading ON reading.document = document.id
WHERE reading.number = (SELECT max(number) FROM reading AS later WHERE later.document = document.id)
ORDER BY document.row
