-- Who is named in a latest decision and has neither agreed nor declined.
SELECT decision.vendor, decision.id, decision.number, signer.person, decision.decided_on
FROM decision_signer AS signer
JOIN decision ON decision.id = signer.decision
LEFT JOIN decision_signature AS signed ON signed.decision = decision.id AND signed.person = signer.person
WHERE
    signed.person IS NULL
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, signer.position
