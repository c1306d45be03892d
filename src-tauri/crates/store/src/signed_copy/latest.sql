SELECT document, packet, found, sheet, why, said_by, said_at
FROM signed_copy
WHERE document = ?
ORDER BY row DESC
LIMIT 1
