-- Who is named in a latest decision and has declined it.
SELECT decision.vendor, decision.id, decision.number, signed.person, decision.decided_on
FROM decision_signature AS signed
JOIN decision ON decision.id = signed.decision
WHERE
    signed.agrees = 0
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, signed.row
