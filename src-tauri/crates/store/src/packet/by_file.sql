SELECT id, decision, version, paper, sha256, blob.length, pages, made_by, made_at, details
FROM packet
JOIN blob USING (sha256)
WHERE sha256 = ?
ORDER BY made_at DESC, row DESC
LIMIT 1
