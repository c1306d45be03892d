SELECT decision.vendor, signed.person, signed.signs_as, signed.signed_at
FROM decision_signature AS signed
JOIN decision ON decision.id = signed.decision
WHERE
    signed.agrees = 1
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, signed.row
