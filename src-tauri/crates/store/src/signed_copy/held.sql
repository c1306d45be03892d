SELECT document, packet, found, sheet, why, said_by, said_at
FROM held_copy
WHERE ?1 IS NULL OR packet = ?1
ORDER BY row
