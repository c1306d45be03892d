SELECT packet.id, decision, version, paper, sha256, blob.length, pages, made_by, made_at, details
FROM packet
JOIN blob USING (sha256)
JOIN decision ON decision.id = packet.decision
WHERE decision.vendor = ?
ORDER BY packet.made_at DESC, packet.row DESC
