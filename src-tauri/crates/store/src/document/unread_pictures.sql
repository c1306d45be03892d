-- A page that is a picture and unread is always warned of: the readings of documents without warnings are not looked into.
SELECT
    document.id,
    document.sha256,
    document.file_name,
    reading.reading -> '$.document.image_only_pages',
    reading.reading -> '$.document.ocr_pages'
FROM document
JOIN reading ON reading.document = document.id
WHERE document.warnings > 0
    -- Of a copy of a packet the numbers of its pages are wanted.
    AND (document.state <> 'set_aside' OR document.id IN (SELECT document FROM held_copy))
    AND reading.number = (SELECT max(number) FROM reading AS later WHERE later.document = document.id)
    AND json_array_length(reading.reading, '$.document.image_only_pages')
        > json_array_length(reading.reading, '$.document.ocr_pages')
ORDER BY document.row
